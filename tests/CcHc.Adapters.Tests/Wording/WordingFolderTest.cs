using CcHc.Adapters.Settings;
using CcHc.Adapters.Wording;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Tests.Wording;

public sealed class WordingFolderTest : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Folder, "wording", "vi");

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-wording-").FullName;

    public WordingFolderTest()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_FillsEveryShippedSentence()
    {
        var wording = WordingFolder.Read(Shipped);
        var blanks = LetterWording.Blanks.ToDictionary(name => name, name => "«" + name + "»");
        foreach (var phrase in new[] { wording.Subject, wording.Greeting, wording.Opening, wording.Ask, wording.Signature })
        {
            Assert.DoesNotContain("{{", phrase(blanks), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_KeepsVietnameseLettersAsTheyAre()
    {
        var blanks = LetterWording.Blanks.ToDictionary(name => name, _ => "Sở Nội vụ & Ủy ban");
        Assert.Contains("Kính gửi: Sở Nội vụ & Ủy ban", WordingFolder.Read(Shipped).Greeting(blanks), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LeavesOutTheFocalPoint_WhenTheDirectoryNamesNone()
    {
        var blanks = LetterWording.Blanks.ToDictionary(name => name, name => name == "focal_point" ? "" : name);
        Assert.Equal("Kính gửi: agency", WordingFolder.Read(Shipped).Greeting(blanks));
    }

    [Theory]
    [InlineData("Kính gửi {{agencie}}", "agencie")]
    [InlineData("Kính gửi {{#if agency}}", "greeting.txt")]
    public void Read_RefusesASentenceThatCannotBeFilled(string sentence, string named)
    {
        File.WriteAllText(Path.Combine(_folder, "greeting.txt"), sentence);
        Assert.Contains(named, Assert.Throws<SettingsException>(() => WordingFolder.Read(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NamesAMissingPart()
    {
        File.Delete(Path.Combine(_folder, "ask.txt"));
        Assert.Contains("ask.txt", Assert.Throws<SettingsException>(() => WordingFolder.Read(_folder)).Message, StringComparison.Ordinal);
    }
}
