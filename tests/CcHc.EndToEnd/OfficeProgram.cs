using System.Diagnostics;
using System.IO.Compression;

namespace CcHc.EndToEnd;

/// <summary>LibreOffice, the other program outputs are opened with (mở bằng LibreOffice): it works every formula out anew.</summary>
internal static class OfficeProgram
{
    private const string Program = "/usr/bin/soffice";

    /// <summary>What it has taken in is written in its own form; a cell whose formula fails is marked there.</summary>
    private const string FailedCell = "calcext:value-type=\"error\"";

    private const string RecalculateAlways = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
        <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
        """;

    /// <summary>Of every .xlsx and .docx of a folder.</summary>
    /// <exception cref="InvalidOperationException">LibreOffice is not installed: nothing would be looked at.</exception>
    public static async Task<IReadOnlyList<string>> ComplaintsOfAsync(string folder)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"{Program} is missing (Debian: libreoffice-calc, libreoffice-writer).");
        }

        var profile = Directory.CreateDirectory(Path.Combine(folder, "profile", "user")).FullName;
        await File.WriteAllTextAsync(Path.Combine(profile, "registrymodifications.xcu"), RecalculateAlways);
        string[] workbooks = Directory.GetFiles(folder, "*.xlsx"), papers = Directory.GetFiles(folder, "*.docx");
        await ConvertAsync(folder, "ods", workbooks);
        await ConvertAsync(folder, "odt", papers);
        return
        [
            .. workbooks.Concat(papers).Where(file => !File.Exists(ConvertedOf(file))).Select(file => $"{Path.GetFileName(file)}: not opened"),
            .. workbooks.Where(file => File.Exists(ConvertedOf(file)) && ContentOf(ConvertedOf(file)).Contains(FailedCell, StringComparison.Ordinal))
                .Select(file => $"{Path.GetFileName(file)}: a formula fails"),
        ];
    }

    private static string ConvertedOf(string file) => Path.ChangeExtension(file, Path.GetExtension(file) == ".xlsx" ? "ods" : "odt");

    private static string ContentOf(string converted)
    {
        using var zip = ZipFile.OpenRead(converted);
        using var reader = new StreamReader(zip.GetEntry("content.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static async Task ConvertAsync(string folder, string format, string[] files)
    {
        using var office = Process.Start(new ProcessStartInfo(Program,
            ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", format, "--outdir", folder, .. files])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = (office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        await office.WaitForExitAsync();
        await Task.WhenAll(said.Item1, said.Item2);
    }
}
