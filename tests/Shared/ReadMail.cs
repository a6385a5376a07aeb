using System.Text.Json;

namespace CcHc.Tests;

/// <summary>A message as Python's mail reader sees it.</summary>
internal sealed record ReadMail(
    string File, Dictionary<string, string> Headers, string[] Shape, ReadMail.Part[] Parts, string[] Defects, int LongestLine, bool IsAscii)
{
    public sealed record Part(string Type, string? Disposition, string? FileName, string? NameInContentType, string? Text, string Sha256);

    public static async Task<IReadOnlyList<ReadMail>> AllAsync(IEnumerable<string> files)
    {
        using var reader = Python.Start("read_mail.py", [.. files]);
        var errors = reader.StandardError.ReadToEndAsync();
        var lines = (await reader.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await reader.WaitForExitAsync();
        Assert.True(reader.ExitCode == 0, await errors);
        return [.. lines.Select(line => JsonSerializer.Deserialize<ReadMail>(line, JsonSerializerOptions.Web)!)];
    }

    public static async Task<ReadMail> OneAsync(string file) => Assert.Single(await AllAsync([file]));
}
