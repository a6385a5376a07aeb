using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Settings;

public sealed class SettingsFileTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{\n  \"mail\": {\n    \"port\": 25, // cổng\n    \"redirectAllTo\": \"a@x.example\"\n  }\n}\n", "{\n  \"mail\": {\n    \"port\": 25, // cổng\n  }\n}\n")]
    [InlineData("{\n  \"mail\": {\n    \"redirectAllTo\": \"a@x.example\", // thử\n    \"port\": 25\n  }\n}\n", "{\n  \"mail\": {\n    \"port\": 25\n  }\n}\n")]
    [InlineData("{ \"mail\": { \"redirectAllTo\": \"a@x.example\", \"port\": 25 } }", "{ \"mail\": {  \"port\": 25 } }")]
    [InlineData("{ \"mail\": { \"port\": 25, \"redirectAllTo\" : \"a@x.example\" } }", "{ \"mail\": { \"port\": 25, } }")]
    [InlineData("{\r\n  \"mail\": {\r\n    \"redirectAllTo\": \"a@x.example\",\r\n    \"port\": 25\r\n  }\r\n}\r\n", "{\r\n  \"mail\": {\r\n    \"port\": 25\r\n  }\r\n}\r\n")]
    [InlineData("{\n  \"mail\": {\n    // \"redirectAllTo\": \"a@x.example\",\n    \"port\": 25\n  }\n}\n", null)]
    [InlineData("{ \"mail\": { \"port\": 25 } }", null)]
    public void RemoveRedirection_TakesOutTheKeyAlone(string before, string? after)
    {
        var path = Path.Combine(_folder.Path, MachineSettings.FileName);
        File.WriteAllText(path, before);
        Assert.Equal(after is not null, SettingsFile.RemoveRedirection(Path.Combine(_folder.Path, "jobs.yml")));
        Assert.Equal(after ?? before, File.ReadAllText(path));
        Assert.Equal("", MachineSettings.ReadBeside(Path.Combine(_folder.Path, "jobs.yml")).Mail.RedirectAllTo);
    }
}
