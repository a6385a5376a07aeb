using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CcHc.EndToEnd;

public sealed class DemoTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-demo-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Demo_LeavesLettersAndWorkbooks_AndSendsNothingMoreOnASecondRun()
    {
        var first = await CcHcProgram.RunAsync("demo", "--out", _folder);
        Assert.True(first.ExitCode == 0, first.Errors + first.Output);
        var letters = Files("thu", "*.eml");
        Assert.NotEmpty(letters);
        Assert.NotEmpty(Files("tong-hop", "*.xlsx"));
        Assert.NotEmpty(Files("canh-bao", "*.xlsx"));

        Assert.Empty(Files("tong-hop", "*.xlsx").Concat(Files("canh-bao", "*.xlsx")).SelectMany(SchemaErrors));

        var second = await CcHcProgram.RunAsync("demo", "--out", _folder);
        Assert.True(second.ExitCode == 0, second.Errors + second.Output);
        Assert.Equal(letters, Files("thu", "*.eml"));

        // The next working day only stages newly reached go out: fewer letters than the first day's.
        var next = await CcHcProgram.RunAsync("demo", "--out", _folder, "--as-of", "2026-06-16");
        Assert.True(next.ExitCode == 0, next.Errors + next.Output);
        Assert.True(Files("thu", "*.eml").Length < letters.Length * 2);
    }

    [Fact]
    public async Task Demo_ChangesNoRegister()
    {
        var samples = Path.Combine(Repository.Folder, "samples", "tinh-mau");
        var before = Snapshot(samples);
        await CcHcProgram.RunAsync("demo", "--out", _folder);
        Assert.Equal(before, Snapshot(samples));
    }

    private static IEnumerable<string> SchemaErrors(string path)
    {
        using var workbook = SpreadsheetDocument.Open(path, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook).Select(error => $"{Path.GetFileName(path)} {error.Part?.Uri}: {error.Description}")];
    }

    private static string Snapshot(string folder)
    {
        var text = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            text.Append(null, $"{path} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}\n");
        }

        return text.ToString();
    }

    private string[] Files(string folder, string pattern) =>
        Directory.Exists(Path.Combine(_folder, folder)) ? [.. Directory.EnumerateFiles(Path.Combine(_folder, folder), pattern).Order(StringComparer.Ordinal)] : [];
}
