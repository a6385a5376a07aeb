using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>The words between two phrases.</summary>
/// <param name="HasEnd">"kết thúc", "hoàn thành" stands between them.</param>
internal readonly record struct Gap(bool IsEmpty, bool HasStop, bool HasAnd, bool HasEnd)
{
    private static readonly Phrases Filler = new(
        ",", "(", ")", "-", ":", "/", "hoan thanh", "thuc hien", "va", "hoac", "theo", "trien khai", "to chuc", "cu the", "cu the la", "la", "thoi gian",
        "thoi han", "gui", "nop", "gui bao cao", "bao cao",
        "vao", "phai", "duoc", "trong do", "voi", "xong", "dong thoi", "co", "nhung", "phan dau", "moi ky", "ket thuc", "va ket thuc", "thoi diem", "moi nam");

    public static Gap Between(Tokens tokens, int from, int to)
    {
        var i = from;
        while (i < to && Filler.Skip(tokens, i) is var next && next > i && next <= to)
        {
            i = next;
        }

        return new Gap(i >= to, Any(",") || Any("(") || Any("va"), Any("va"), Any("ket") && Any("thuc") || Any("hoan") && Any("thanh"));

        bool Any(string text) => Enumerable.Range(from, Math.Max(0, to - from)).Any(place => tokens.Is(place, text));
    }
}
