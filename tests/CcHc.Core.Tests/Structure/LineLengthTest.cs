using System.Text.RegularExpressions;

namespace CcHc.Core.Tests.Structure;

/// <summary>Code is read on a screen without scrolling sideways. What stands between quotation marks may run on: a sentence is looked for as one.</summary>
public partial class LineLengthTest
{
    private const int Longest = 160;

    [Fact]
    public void ALine_HoldsNoMoreCodeThanAScreenShows() =>
        Assert.Equal("", string.Join('\n', Directory.GetFiles(Repository.Folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Made().IsMatch(Path.GetRelativePath(Repository.Folder, path).Replace('\\', '/'))).Order(StringComparer.Ordinal)
            .SelectMany(TooLong)));

    [Theory]
    [InlineData("short", false)]
    [InlineData("code code code", true)]
    [InlineData("Say(\"words\", a)", false)]
    public void ALongLine_IsMeasuredWithoutItsWords(string part, bool isTooLong)
    {
        var line = part.Replace("code", new string('x', 60), StringComparison.Ordinal).Replace("words", new string('x', 300), StringComparison.Ordinal);
        Assert.Equal(isTooLong, IsTooLong(line));
    }

    private static IEnumerable<string> TooLong(string path)
    {
        var isText = false;
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (!isText && IsTooLong(line))
            {
                yield return $"{Path.GetRelativePath(Repository.Folder, path)}:{number + 1}: {line.Length}";
            }

            isText ^= RawText().Count(line) % 2 == 1;
        }
    }

    private static bool IsTooLong(string line) => line.Length > Longest && Words().Replace(line, "\"\"").Length > Longest;

    [GeneratedRegex("\"\"\"+")]
    private static partial Regex RawText();

    [GeneratedRegex("\"\"\".*\"\"\"|\"(?:[^\"\\\\]|\\\\.|\"\")*\"?")]
    private static partial Regex Words();

    /// <summary>What the build makes.</summary>
    [GeneratedRegex("(?:^|/)(?:bin|obj|artifacts)/")]
    private static partial Regex Made();
}
