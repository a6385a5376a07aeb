namespace CcHc.Adapters.Files;

/// <summary>Where things lie in the office's shared folder (thư mục chung). Staff's files are only read; outputs go under the output folder.</summary>
/// <param name="Shared">Absolute path of the office's folder.</param>
/// <param name="Output">Absolute path under which outputs are written; may be the same.</param>
public sealed record SharedFolder(string Shared, string Output)
{
    public const string DirectoryFileName = "danh-ba-co-quan.xlsx";
    public const string HolidaysFileName = "lich-nghi.xlsx";
    public const string IndicatorsFileName = "chi-tieu.xlsx";

    /// <summary>The office's lists, which stand beside the registers and are none.</summary>
    public static IReadOnlyList<string> ListFileNames { get; } = [DirectoryFileName, HolidaysFileName, IndicatorsFileName];

    public string DirectoryFile => Path.Combine(Shared, DirectoryFileName);

    public string HolidaysFile => Path.Combine(Shared, HolidaysFileName);

    public string Registers => Path.Combine(Shared, "so-theo-doi");

    public string Consolidated => Path.Combine(Output, "tong-hop");

    public string Health => Path.Combine(Output, "canh-bao");

    public string IndicatorsFile => Path.Combine(Shared, IndicatorsFileName);

    /// <summary>Report forms we write, one an agency, a folder each period.</summary>
    public string Forms => Path.Combine(Output, "bieu-mau");

    /// <summary>Filled forms the agencies drop; only ever read.</summary>
    public string Reports => Path.Combine(Shared, "bao-cao");

    /// <summary>Answer sheets the agencies drop; only ever read.</summary>
    public string Answers => Path.Combine(Shared, "tra-loi");

    /// <summary>Lists we write of what the officer should type into registers.</summary>
    public string ToRegister => Path.Combine(Output, "cho-ghi-so");

    /// <summary>Issued plans somebody drops; only ever read, but for what is uploaded through the dashboard.</summary>
    public string Plans => Path.Combine(Shared, "ke-hoach");

    /// <summary>The registers we draft from plans.</summary>
    public string PlanDrafts => Path.Combine(Output, "du-thao");

    /// <summary>The consolidated workbooks of a period.</summary>
    public string ConsolidatedOf(string period) => Path.Combine(Consolidated, period);

    /// <summary>The name a file of ours has in letters and lists: relative to the output folder, forward slashes.</summary>
    public string OutputNameOf(string fullPath) => Path.GetRelativePath(Output, fullPath).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The name a file has in findings and letters: relative to the shared folder, forward slashes.</summary>
    public string NameOf(string fullPath) => Path.GetRelativePath(Shared, fullPath).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The directory workbook in a folder or in one above it; null when there is none.</summary>
    public static string? DirectoryAbove(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, DirectoryFileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
