using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Plans.Outline;

namespace CcHc.Core.Plans;

/// <summary>One thing an officer should look at before the register is used (chỗ cần xem).</summary>
/// <param name="Task">1-based row of the task list; null when it is about the plan as a whole.</param>
/// <param name="IsHint">Only tells; not counted among the places to look at.</param>
public sealed record ReviewLine(int? Task, string Where, string Message, string Remedy, bool IsHint);

/// <summary>A plan that was read, with everything doubtful about it.</summary>
public sealed record PlanReview(PlanDocument Document, PlanReading Reading, IReadOnlyList<ReviewLine> Lines)
{
    /// <summary>How many places want to be looked at.</summary>
    public int Doubts => Lines.Count(line => !line.IsHint);

    /// <param name="agencies">The office's directory; null when there is none, and no name is then called unknown.</param>
    public static PlanReview Of(PlanDocument document, PlanReading reading, AgencyExpressions? agencies)
    {
        var deadlines = new Dictionary<string, DeadlineReading>(StringComparer.Ordinal);
        var lines = reading.Findings.Select(finding => Line(null, "Toàn văn bản", finding)).ToList();
        var (noLeads, noTimes) = (reading.Tasks.All(task => task.Lead.Length == 0), reading.Tasks.All(task => task.Time.Length == 0));
        if (reading.Tasks.Count > 0)
        {
            // What holds for every row is said once.
            lines.AddRange(new[] { noLeads ? PlanFindings.WithoutAnyLead : null, noTimes ? PlanFindings.WithoutAnyTime : null }.OfType<FindingTemplate>()
                .Select(finding => Line(null, "Toàn văn bản", finding)));
        }

        for (var i = 0; i < reading.Tasks.Count; i++)
        {
            var task = reading.Tasks[i];
            var where = PlaceText(task.Place);
            lines.AddRange(
                task.Doubts.Select(
                    doubt => new ReviewLine(i + 1, where, doubt, "Đối chiếu với nguyên văn ở trang Đối chiếu rồi sửa dòng này nếu cần.", false)));
            lines.AddRange(Findings(task, reading.Header.Year, agencies, deadlines)
                .Where(finding => !(noLeads && finding == PlanFindings.NoLead) && !(noTimes && finding == PlanFindings.NoTime))
                .Select(finding => Line(i + 1, where, finding)));
        }

        return new PlanReview(document, reading, lines);
    }

    /// <summary>"trang 3", or "đoạn 41" where the format has no pages.</summary>
    public static string PlaceText(PlanPlace place) =>
        place.Page > 0 ? string.Create(CultureInfo.InvariantCulture, $"trang {place.Page}")
            : string.Create(CultureInfo.InvariantCulture, $"đoạn {place.Number}");

    private static ReviewLine Line(int? task, string where, FindingTemplate finding) =>
        new(task, where, finding.Message, finding.Remedy, finding.Severity == Severity.Info);

    private static IEnumerable<FindingTemplate> Findings(PlanTask task, int? year, AgencyExpressions? agencies, Dictionary<string, DeadlineReading> deadlines)
    {
        if (task.Lead.Length == 0)
        {
            yield return PlanFindings.NoLead;
        }

        if (task.Time.Length == 0)
        {
            yield return PlanFindings.NoTime;
        }
        else
        {
            if (!deadlines.TryGetValue(task.Time, out var reading))
            {
                deadlines[task.Time] = reading = DeadlineParser.Read(task.Time, year);
            }

            foreach (var finding in reading.Findings)
            {
                yield return finding;
            }

            if (!reading.IsUnderstood && reading.Findings.Count == 0)
            {
                yield return PlanFindings.TimeNotUnderstood(task.Time);
            }
        }

        foreach (var finding in AgencyFindings(task, agencies))
        {
            yield return finding;
        }
    }

    private static IEnumerable<FindingTemplate> AgencyFindings(PlanTask task, AgencyExpressions? agencies)
    {
        if (agencies is null)
        {
            yield break;
        }

        foreach (var mention in agencies.Read(task.Lead, AgencyRole.Lead).Concat(agencies.Read(task.Coordinating, AgencyRole.Coordinating)))
        {
            foreach (var finding in mention.Findings)
            {
                yield return mention.Role == AgencyRole.Lead ? finding : finding with { Severity = Severity.Info };
            }
        }
    }
}
