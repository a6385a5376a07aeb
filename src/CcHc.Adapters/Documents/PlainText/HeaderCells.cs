using CcHc.Core.Registers;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>
/// Which cells of a text are a table's headings (ô tiêu đề), each wording looked up once: the same words may stand in a text a hundred thousand times.
/// </summary>
internal sealed class HeaderCells
{
    /// <summary>No table of a plan has more columns; a longer run of headings heads nothing.</summary>
    public const int Most = 30;

    private readonly Dictionary<string, RegisterField?> _known = new(StringComparer.Ordinal);

    /// <summary>How many wordings were looked at: it grows with the wordings of a text, not with its length.</summary>
    public int Lookups => _known.Count;

    /// <summary>How many cells were asked about.</summary>
    public long Asked { get; private set; }

    /// <summary>Null for words that head no column.</summary>
    public RegisterField? FieldOf(string text)
    {
        Asked++;
        if (!_known.TryGetValue(text, out var field))
        {
            _known[text] = field = RegisterLayout.Recognise(text)?.Field;
        }

        return field;
    }
}
