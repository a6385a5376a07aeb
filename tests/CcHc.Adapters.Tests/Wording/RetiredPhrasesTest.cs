namespace CcHc.Adapters.Tests.Wording;

/// <summary>One term for one thing: what was reworded once does not come back, in the program, the wording files, the guide or the samples' settings.</summary>
public class RetiredPhrasesTest
{
    // Text of old fonts and the marks a typed cell may hold are read, not written.
    private static readonly string[] Readers = ["/LegacyFonts/", "/Grammar/Lexing/Labels.cs", "/obj/", "/bin/"];

    public static TheoryData<string> Places => [.. new[] { "src", "wording", "docs/huong-dan.md" }];

    [Theory]
    [MemberData(nameof(Places))]
    public void NoText_UsesARetiredPhrase(string place)
    {
        var files = Files(Path.Combine(Repository.Folder, place)).ToList();
        Assert.NotEmpty(files);
        var found =
            from file in files
            from line in File.ReadLines(file).Index()
            from retired in RetiredPhrases.In(RetiredPhrases.WithoutComment(line.Item))
            select $"{Path.GetRelativePath(Repository.Folder, file)}({line.Index + 1}): “{retired.Phrase}”; say “{retired.Instead}”.";
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("Gửi trước hết ngày 20/3/2026", true)]
    [InlineData("GỬI TRƯỚC HẾT NGÀY 20/3/2026", true)]
    [InlineData("$\"mỗi nấc nhắc một lần\", // why", true)]
    [InlineData("Không hiểu «sớm»", true)]
    [InlineData("/// <summary>nấc nhắc</summary>", false)]
    [InlineData("    // mỗi nấc nhắc một lần", false)]
    [InlineData("Gửi chậm nhất ngày 20/3/2026", false)]
    public void In_FindsThem_OutsideComments(string line, bool isFound) => Assert.Equal(isFound, RetiredPhrases.In(RetiredPhrases.WithoutComment(line)).Any());

    private static IEnumerable<string> Files(string place) => File.Exists(place) ? [place]
        : Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".tsv" or ".resx" or ".txt")
            .Where(file => !Readers.Any(file.Replace('\\', '/').Contains));
}
