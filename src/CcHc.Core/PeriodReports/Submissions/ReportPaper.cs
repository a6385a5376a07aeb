using CcHc.Core.Agencies;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>
/// A paper an agency sent beside its form (văn bản kèm theo): the signed report, a scan. It is kept with the period's reports and never read.
/// </summary>
/// <param name="File">Path relative to the shared folder, forward slashes.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
public sealed record ReportPaper(string File, string Hash, string PeriodCode, string AgencyCode, DateTimeOffset SavedAt, DateTimeOffset ReceivedAt,
    ReceiptState Receipt)
{
    public string Name => File[(File.LastIndexOf('/') + 1)..];

    /// <summary>Which period's and whose, by the folder and the name; null where either is not known.</summary>
    public static (string PeriodCode, Agency Agency)? PlaceOf(string file, ReportExpectations expected)
    {
        var place = DropPlace.Of(file, expected.Directory);
        return place.Period is { } period && (place.Named ?? place.Hinted) is { } agency
            && expected.Periods.FirstOrDefault(one => string.Equals(one.Code, period, StringComparison.OrdinalIgnoreCase)) is { } known
            ? (known.Code, agency)
            : null;
    }
}
