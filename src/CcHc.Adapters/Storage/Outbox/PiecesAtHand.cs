namespace CcHc.Adapters.Storage.Outbox;

/// <summary>Unpacked pieces kept for the next letters, most of which have them, too (mảnh đang dùng). Emptied when it grows too large.</summary>
internal sealed class PiecesAtHand
{
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, byte[]> _pieces = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _bytes;

    /// <summary>Those of the hashes that are here.</summary>
    public Dictionary<string, byte[]> Of(IEnumerable<string> hashes)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var hash in hashes)
            {
                if (_pieces.TryGetValue(hash, out var piece))
                {
                    found[hash] = piece;
                }
            }
        }

        return found;
    }

    public void Keep(string hash, byte[] piece)
    {
        lock (_lock)
        {
            if (_bytes > MostBytes)
            {
                _pieces.Clear();
                _bytes = 0;
            }

            if (_pieces.TryAdd(hash, piece))
            {
                _bytes += piece.Length;
            }
        }
    }
}
