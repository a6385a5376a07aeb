using System.Text.RegularExpressions;
using CcHc.Adapters.Settings;

namespace CcHc.Adapters.Tests.Settings;

/// <summary>The schemas shipped for editors say what the program reads. After a change of a key: scripts/settings-schemas.</summary>
public sealed class SettingsSchemaTest
{
    public static TheoryData<string, string> Shipped =>
        new() { { "jobs.schema.json", SettingsSchema.OfJobs() }, { "appsettings.schema.json", SettingsSchema.OfMachine() } };

    [Theory]
    [MemberData(nameof(Shipped))]
    public void ShippedSchema_IsTheReadersOwn(string file, string made)
    {
        var path = Path.Combine(Repository.Folder, "schemas", file);
        if (Environment.GetEnvironmentVariable("CCHC_WRITE_SCHEMAS") == "1")
        {
            File.WriteAllText(path, made);
        }

        Assert.Equal(made, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("jobs.yml", "# yaml-language-server: $schema=./schemas/jobs.schema.json")]
    [InlineData("appsettings.json", "\"$schema\": \"./schemas/appsettings.schema.json\"")]
    public void SettingsFiles_NameTheirSchema(string file, string named) =>
        Assert.Contains(named, string.Join('\n', File.ReadLines(Path.Combine(Repository.Folder, file)).Take(2)), StringComparison.Ordinal);

    [Fact]
    public void EveryKeyIsDescribed() => Assert.DoesNotMatch(new Regex("\"description\": \"\""), SettingsSchema.OfJobs() + SettingsSchema.OfMachine());
}
