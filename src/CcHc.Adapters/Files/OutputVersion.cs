namespace CcHc.Adapters.Files;

/// <summary>Names of outputs (phiên bản): one run, one new file; what was published before is never replaced.</summary>
public static class OutputVersion
{
    /// <returns>"tong-hop-2026-06-15.xlsx", or with "-v2", "-v3" … when that day has one already.</returns>
    public static string Next(string folder, string name, DateOnly day)
    {
        var stem = Path.Combine(folder, FormattableString.Invariant($"{name}-{day:yyyy-MM-dd}"));
        var path = stem + ".xlsx";
        for (var version = 2; File.Exists(path); version++)
        {
            path = FormattableString.Invariant($"{stem}-v{version}.xlsx");
        }

        return path;
    }
}
