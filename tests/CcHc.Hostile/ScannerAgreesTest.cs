using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Hostile.Corpus;
using CcHc.Hostile.Fuzz;

namespace CcHc.Hostile;

/// <summary>Of no bad file does the scanner read anything else than the XML reader.</summary>
public class ScannerAgreesTest
{
    private const int Fuzzed = 600;

    /// <summary>One of so many bad files is tried.</summary>
    private const int OneOf = 3;

    [Fact]
    public void HostileFiles_AreReadTheSame() =>
        Assert.Equal([], CorpusList.All.Where(file => !file.IsSlow && file.Extension == ".xlsx").Where((_, i) => i % OneOf == 0).Where(Differs)
            .Select(file => file.Name));

    [Fact]
    public void FilesSpoiltByChance_AreReadTheSame() =>
        Assert.Equal([], Enumerable.Range(0, Fuzzed).Select(number => new Fuzzer(21)[number]).Where(Differs).Select(file => file.Name));

    private static bool Differs(HostileFile file)
    {
        var bytes = file.Make();
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            // No package: there is but one way to read it.
            return false;
        }

        var (scanned, byXml) = ReadBothWays.Of(bytes);
        return scanned != byXml;
    }
}
