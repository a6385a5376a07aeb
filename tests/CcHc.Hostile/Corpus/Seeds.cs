using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Corpus;

/// <summary>Good workbooks the bad ones are made of (tệp gốc): the sample province, and some of it as .xls.</summary>
internal static class Seeds
{
    /// <summary>The places whose workbooks hold a table to spoil.</summary>
    public static IReadOnlyList<Place> Tables { get; } = [Place.Register, Place.Directory, Place.Holidays, Place.Indicators, Place.Report];

    private static readonly string Folder = Path.Combine(Repository.Folder, "tests", "CcHc.Hostile", "Seeds");
    private static readonly string Odd = Path.Combine(Repository.Folder, "tests", "CcHc.Adapters.Tests", "TestData");

    public static byte[] Of(Place place) => File.ReadAllBytes(place switch
    {
        Place.Directory => Path.Combine(TemplateOffice.Samples, "danh-ba-co-quan.xlsx"),
        Place.Holidays => Path.Combine(TemplateOffice.Samples, "lich-nghi.xlsx"),
        Place.Indicators => Path.Combine(TemplateOffice.Samples, "chi-tieu.xlsx"),
        Place.Report => Path.Combine(TemplateOffice.Samples, "bao-cao", TemplateOffice.Period, "STP - Sở Tư pháp.xlsx"),
        Place.Answers => Path.Combine(Odd, "openpyxl.xlsx"),
        _ => Path.Combine(TemplateOffice.Samples, "so-theo-doi", TemplateOffice.SampleRegister),
    });

    /// <summary>The same as LibreOffice converts it to the old format.</summary>
    public static byte[] OldOf(Place place) => File.ReadAllBytes(Path.Combine(Folder, place switch
    {
        Place.Directory => "danh-ba-co-quan.xls",
        Place.Holidays => "lich-nghi.xls",
        Place.Indicators => "chi-tieu.xls",
        Place.Report => "bao-cao-stp.xls",
        _ => "ke-hoach-cchc-2026.xls",
    }));

    /// <summary>Every good file there is, for the fuzzer to spoil; in a fixed order.</summary>
    public static IReadOnlyList<(Place Place, string Path)> All { get; } =
    [
        .. Under(Path.Combine(TemplateOffice.Samples, "so-theo-doi")).Select(path => (Place.Register, path)),
        .. Under(Odd).Where(path => !path.Contains("password", StringComparison.Ordinal) && Path.GetExtension(path) is ".xlsx" or ".xls")
            .Select(path => (Place.Register, path)),
        (Place.Directory, Path.Combine(TemplateOffice.Samples, "danh-ba-co-quan.xlsx")),
        (Place.Holidays, Path.Combine(TemplateOffice.Samples, "lich-nghi.xlsx")),
        (Place.Indicators, Path.Combine(TemplateOffice.Samples, "chi-tieu.xlsx")),
        .. Under(Path.Combine(TemplateOffice.Samples, "bao-cao", TemplateOffice.Period)).Where(path => new FileInfo(path).Length > 10_000)
            .Select(path => (Place.Report, path)),
        .. Under(Folder).Select(path => (PlaceOf(Path.GetFileName(path)), path)),
    ];

    private static Place PlaceOf(string name) =>
        name.StartsWith("danh-ba", StringComparison.Ordinal) ? Place.Directory
        : name.StartsWith("lich-nghi", StringComparison.Ordinal) ? Place.Holidays
        : name.StartsWith("chi-tieu", StringComparison.Ordinal) ? Place.Indicators
        : name.StartsWith("bao-cao", StringComparison.Ordinal) ? Place.Report
        : Place.Register;

    private static IEnumerable<string> Under(string folder) =>
        Directory.EnumerateFiles(folder, "*.xls*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
