using System.Text;

namespace CcHc.Adapters.Workbooks.Reading.Csv;

/// <summary>
/// The mark between the cells of a plain text table (dấu phân cách): stated by a first line "sep=;", else the one that stands most often outside quotes.
/// </summary>
internal static class CsvMark
{
    private const int SampleBytes = 64 << 10;
    private const string Candidates = ",;\t|";

    public static char Of(ReadOnlyMemory<byte> bytes, Encoding encoding)
    {
        var sample = encoding.GetString(bytes.Span[..Math.Min(bytes.Length, SampleBytes)]).TrimStart('\uFEFF');
        if (sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 4)
        {
            return sample[4];
        }

        var counts = new int[Candidates.Length];
        var isQuoted = false;
        foreach (var c in sample)
        {
            isQuoted ^= c == '"';
            if (!isQuoted && Candidates.IndexOf(c, StringComparison.Ordinal) is >= 0 and var found)
            {
                counts[found]++;
            }
        }

        // A comma also stands within Vietnamese sentences, which Excel leaves unquoted where another mark divides.
        var others = Enumerable.Range(1, Candidates.Length - 1).MaxBy(i => counts[i]);
        return counts[others] > 0 && counts[others] * 3 >= counts[0] ? Candidates[others] : ',';
    }
}
