using System.Reflection;

namespace CcHc.Worker.Hosting.ServiceManagers;

/// <summary>The unit of docs/service with the paths of one office.</summary>
public static class SystemdUnit
{
    public const string DefaultAccount = "cchc";

    public static string Of(ServiceDefinition service)
    {
        var account = service.Account.Length > 0 ? service.Account : DefaultAccount;
        var lines = Shipped().Split('\n').Select(line => line switch
        {
            "User=cchc" => "User=" + account,
            "Group=cchc" => "Group=" + account,
            _ when line.StartsWith("ConditionPathExists=", StringComparison.Ordinal) => "ConditionPathExists=" + Escaped(service.JobsFile),
            _ when line.StartsWith("ExecStart=", StringComparison.Ordinal) => $"ExecStart={Word(service.Program)} serve --jobs {Word(service.JobsFile)}",
            // The "-" passes over a share that is not mounted.
            _ when line.StartsWith("ReadWritePaths=", StringComparison.Ordinal) =>
                "ReadWritePaths=" + string.Join(' ', service.WritableFolders.Select(folder => Word("-" + folder))),
            _ => line,
        });
        return string.Join('\n', lines);
    }

    public static string Shipped()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("cchc.service")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>One word of a line, whatever its signs mean elsewhere.</summary>
    private static string Word(string text) => text.Any(static c => c is ' ' or '"' or '\'' or '\\' or ';' or '$')
        ? "\"" + Escaped(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("$", "$$", StringComparison.Ordinal) + "\""
        : Escaped(text);

    private static string Escaped(string text) => text.Replace("%", "%%", StringComparison.Ordinal);
}
