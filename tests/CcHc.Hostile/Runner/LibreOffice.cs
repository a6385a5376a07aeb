using System.Diagnostics;

namespace CcHc.Hostile.Runner;

/// <summary>Opens outputs with the other office program people use (mở bằng LibreOffice), where it is installed.</summary>
internal static class LibreOffice
{
    /// <summary>Environment variable that names the folder the children leave outputs in.</summary>
    public const string Folder = "CCHC_HOSTILE_OUTPUTS";

    private const string Program = "/usr/bin/soffice";

    /// <summary>One run that opens hundreds of files ends before the last of them, whatever they are.</summary>
    private const int AtOnce = 40;

    /// <returns>False when it could not convert one of them.</returns>
    public static bool OpensAll(string folder, TextWriter told)
    {
        var outputs = Directory.GetFiles(folder, "*.xlsx");
        if (outputs.Length == 0 || !File.Exists(Program))
        {
            told.WriteLine("no output opened with LibreOffice");
            return true;
        }

        var converted = Directory.CreateDirectory(Path.Combine(folder, "ods")).FullName;
        foreach (var some in outputs.Chunk(AtOnce))
        {
            Convert(folder, converted, some);
        }

        // One that ends the program takes those behind it along; alone it is told from them.
        foreach (var output in outputs.Where(IsClosed))
        {
            Convert(folder, converted, [output]);
        }

        var closed = outputs.Where(IsClosed).ToList();
        told.WriteLine(FormattableString.Invariant($"{outputs.Length - closed.Count} of {outputs.Length} outputs opened with LibreOffice"));
        foreach (var output in closed)
        {
            told.WriteLine($"BROKEN {Path.GetFileName(output)}: LibreOffice does not open it");
        }

        return closed.Count == 0;

        bool IsClosed(string output) => !File.Exists(Path.Combine(converted, Path.GetFileNameWithoutExtension(output) + ".ods"));
    }

    private static void Convert(string folder, string target, IReadOnlyList<string> files)
    {
        using var office = Process.Start(new ProcessStartInfo(Program,
            ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "ods", "--outdir", target,
                .. files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        office.OutputDataReceived += (_, _) => { };
        office.ErrorDataReceived += (_, _) => { };
        office.BeginOutputReadLine();
        office.BeginErrorReadLine();
        office.WaitForExit();
    }
}
