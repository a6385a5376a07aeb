using System.Text;
using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Outbox;

namespace CcHc.Adapters.Tests.Storage.Outbox;

public class LetterPiecesTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(2_048)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(100_000)]
    [InlineData(300_001)]
    public void Pieces_JoinedInTheirOrder_AreTheWhole(int length)
    {
        var bytes = Bytes(length);

        var pieces = LetterPieces.Of(bytes);

        Assert.Equal(bytes, pieces.SelectMany(piece => piece.Content.ToArray()));
        Assert.Equal(pieces.Select(piece => piece.Hash), LetterPieces.Hashes(LetterPieces.Names(pieces)));
        Assert.All(pieces, piece => Assert.InRange(piece.Content.Length, 1, 16_384));
        Assert.All(pieces, piece => Assert.Equal(piece.Content.ToArray(), LetterPiece.Unpacked(piece.Packed())));
    }

    [Fact]
    public void Pieces_OfBytesThatNeverEndOne_AreStillCut() =>
        Assert.All(LetterPieces.Of(new byte[100_000]), piece => Assert.InRange(piece.Content.Length, 1, 16_384));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(99_990)]
    public void AnInsertion_MovesNoPieceBehindIt(int place)
    {
        var bytes = Bytes(100_000);
        var longer = (byte[])[.. bytes[..place], .. "UBND xã Mẫu số 12"u8, .. bytes[place..]];

        var known = LetterPieces.Of(bytes).Select(piece => piece.Hash).ToHashSet(StringComparer.Ordinal);
        var unknown = LetterPieces.Of(longer).Where(piece => !known.Contains(piece.Hash)).ToList();

        Assert.InRange(unknown.Count, 1, 3);
    }

    /// <summary>Text as letters have it, always the same.</summary>
    private static byte[] Bytes(int length)
    {
        var draw = new Random(5);
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append("<row><c>Rà soát thủ tục ").Append(draw.Next(100_000)).Append("</c></row>");
        }

        return Encoding.UTF8.GetBytes(text.ToString())[..length];
    }
}
