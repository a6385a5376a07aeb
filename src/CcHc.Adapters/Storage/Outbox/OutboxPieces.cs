using System.Data.Common;
using System.Text;
using CcHc.Adapters.Files;
using CcHc.Core.Mail;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

public sealed partial class OutboxStore
{
    /// <summary>Shorter words are no saving.</summary>
    private const int ShortestWords = 8 * 1024;

    /// <summary>Parts the two halves of a letter's words; no letter holds it.</summary>
    private const char BetweenWords = '\0';

    private const int HashesInOneStatement = 200;

    private readonly PiecesAtHand _atHand = new();

    /// <summary>A letter cut into pieces; null where it is stored as it is.</summary>
    internal sealed record CutLetter(IReadOnlyList<LetterPiece>? Words, IReadOnlyList<IReadOnlyList<LetterPiece>?> Files)
    {
        public static CutLetter Whole(OutgoingMail mail) => new(null, [.. mail.Attachments.Select(_ => (IReadOnlyList<LetterPiece>?)null)]);

        public static CutLetter Of(OutgoingMail mail)
        {
            var (html, text) = (StorableText.Of(mail.Html), StorableText.Of(mail.Text));
            return new CutLetter(
                html.Length + text.Length < ShortestWords ? null : LetterPieces.Of(Encoding.UTF8.GetBytes($"{html}{BetweenWords}{text}")),
                [.. mail.Attachments.Select(file => file.IsLoose ? LetterPieces.Of(file.Content) : null)]);
        }

        public IEnumerable<LetterPiece> All => (Words ?? []).Concat(Files.SelectMany(file => file ?? []));
    }

    /// <summary>
    /// Stores the pieces that are not there, and notes of all that they are used now: a piece is at least as young as every letter that has it. In one order
    /// for everybody, so that two workers wait for each other instead of deadlocking.
    /// </summary>
    private static async Task PutPiecesAsync(DbTransaction transaction, IEnumerable<LetterPiece> pieces, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        foreach (var piece in pieces.DistinctBy(piece => piece.Hash, StringComparer.Ordinal).OrderBy(piece => piece.Hash, StringComparer.Ordinal))
        {
            if (await connection.ExecuteAsync("UPDATE letter_piece SET used_at = @now WHERE hash = @Hash", new { piece.Hash, now }, transaction) == 0)
            {
                await connection.ExecuteAsync(
                    "INSERT INTO letter_piece (hash, content, used_at) VALUES (@Hash, @content, @now) ON CONFLICT (hash) DO UPDATE SET used_at = excluded.used_at",
                    new { piece.Hash, content = piece.Packed(), now }, transaction);
            }
        }
    }

    /// <exception cref="InvalidDataException">A piece is missing: the database was changed by something else.</exception>
    private async Task<byte[]> JoinAsync(DbConnection connection, DbTransaction? transaction, byte[] names)
    {
        var hashes = LetterPieces.Hashes(names);
        var pieces = await FetchAsync(connection, transaction, hashes);
        var whole = new byte[hashes.Sum(hash => PieceOf(hash).Length)];
        var at = 0;
        foreach (var hash in hashes)
        {
            PieceOf(hash).CopyTo(whole, at);
            at += PieceOf(hash).Length;
        }

        return whole;

        byte[] PieceOf(string hash) => pieces.GetValueOrDefault(hash)
            ?? throw new InvalidDataException($"The piece {hash} of a letter is missing from the database.");
    }

    private async Task<MailAttachment> FileOfAsync(DbConnection connection, DbTransaction? transaction, AttachmentRow file) => file.Pieces is null
        ? new MailAttachment(file.FileName, file.MediaType, file.Content)
        : new MailAttachment(file.FileName, file.MediaType, await JoinAsync(connection, transaction, file.Pieces)) { IsLoose = true };

    private async Task<(string Html, string Text)> WordsAsync(DbConnection connection, DbTransaction? transaction, string html, string text, byte[]? words)
    {
        if (words is null)
        {
            return (html, text);
        }

        var both = Encoding.UTF8.GetString(await JoinAsync(connection, transaction, words));
        var between = both.IndexOf(BetweenWords, StringComparison.Ordinal);
        return (both[..between], both[(between + 1)..]);
    }

    private async Task<Dictionary<string, byte[]>> FetchAsync(DbConnection connection, DbTransaction? transaction, IReadOnlyList<string> hashes)
    {
        var found = _atHand.Of(hashes);
        foreach (var missing in hashes.Where(hash => !found.ContainsKey(hash)).Distinct(StringComparer.Ordinal).ToList().Chunk(HashesInOneStatement))
        {
            var wanted = new SqlList(missing);
            foreach (var (hash, content) in await connection.QueryAsync<(string Hash, byte[] Content)>(
                $"SELECT hash, content FROM letter_piece WHERE hash IN ({wanted.Names})", wanted.Values, transaction))
            {
                found[hash] = LetterPiece.Unpacked(content);
                _atHand.Keep(hash, found[hash]);
            }
        }

        return found;
    }
}
