
namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>How much of a file went into one sheet (nơi sử dụng).</summary>
/// <param name="Lines">Lines of the sheet that rest on it.</param>
public sealed record SheetUse(string Sheet, int Lines);

/// <summary>A dropped file and where in the report its contents stand (tệp báo cáo); nowhere unless it counts.</summary>
/// <param name="AgencyName">Empty when nobody can tell whose it is.</param>
public sealed record UsedFileLine(UsedFile File, string AgencyName, IReadOnlyList<SheetUse> Uses);

/// <summary>Follows the contents of each counted file into the report's sheets.</summary>
internal sealed class FileUses
{
    private static readonly string[] Sheets =
    [
        PeriodSheets.Summary, PeriodSheets.ByArea, PeriodSheets.Details, PeriodSheets.Overdue, PeriodSheets.Figures, PeriodSheets.AgencyFigures,
        PeriodSheets.Comparison,
        PeriodSheets.Difficulties, PeriodSheets.Extra, PeriodSheets.HandIns, PeriodSheets.Narrative,
    ];

    private readonly Dictionary<(string File, string Sheet), int> _lines = [];
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);

    public FileUses(PeriodReport report)
    {
        foreach (var submission in report.HandIns.Lines.Select(handIn => handIn.Submission).OfType<SubmissionContent>())
        {
            _hashes.TryAdd(submission.File, submission.Hash);
            Add(submission.File, PeriodSheets.HandIns);
        }

        foreach (var line in report.Details.Where(line => line.IsReported))
        {
            Add(line.Place.File, PeriodSheets.Summary, PeriodSheets.ByArea, PeriodSheets.Details);
        }

        Add(PeriodSheets.Overdue, report.Overdue.SelectMany(band => band.Lines).Where(line => line.IsReported).Select(line => line.Place));
        Add(PeriodSheets.Difficulties, report.Difficulties.Select(line => line.Place));
        Add(PeriodSheets.Extra, report.Extra.Select(line => line.Place));
        Add(PeriodSheets.Narrative, report.Narrative.SelectMany(section => section.Texts).Select(text => text.Place));
        foreach (var figure in report.Figures)
        {
            var places = figure.Agencies.Where(agency => agency.IsGiven).Select(agency => agency.Places[0]).ToList();
            Add(PeriodSheets.AgencyFigures, places);
            if (figure.Total is not null)
            {
                Add(PeriodSheets.Figures, places);
                Add(PeriodSheets.Comparison, places);
            }
        }
    }

    /// <summary>A file saved again under its old name is another file: only the bytes that were read count.</summary>
    public IReadOnlyList<SheetUse> Of(UsedFile file) => _hashes.GetValueOrDefault(file.File) == file.Hash
        ? [.. Sheets.Select(sheet => new SheetUse(sheet, _lines.GetValueOrDefault((file.File, sheet)))).Where(use => use.Lines > 0)]
        : [];

    private void Add(string sheet, IEnumerable<CellPlace> places)
    {
        foreach (var place in places)
        {
            Add(place.File, sheet);
        }
    }

    private void Add(string file, params ReadOnlySpan<string> sheets)
    {
        foreach (var sheet in sheets)
        {
            _lines[(file, sheet)] = _lines.GetValueOrDefault((file, sheet)) + 1;
        }
    }
}
