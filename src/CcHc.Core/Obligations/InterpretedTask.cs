using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>A task with everything its words mean (cách hệ thống hiểu): its milestones and the agencies it names.</summary>
public sealed record InterpretedTask(RegisterTask Task, DeadlineReading Deadline, IReadOnlyList<AgencyMention> Agencies)
{
    /// <summary>The office said once that these words are read rightly.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The office said that its odd year, or the earlier period in its status, is as it should be (đúng là vậy).</summary>
    public bool IsSettled { get; init; }

    /// <summary>What <see cref="IsSettled"/> answers, placed at its cells.</summary>
    public IEnumerable<Finding> Questions()
    {
        var place = Task.Place;
        var earlier = EarlierPeriodCheck.Of(this)?.At(place.File, place.Sheet, place.StatusCell ?? place.TaskCell);
        var oddYear = DeadlineYearCheck.Of(this)?.At(place.File, place.Sheet, place.TimeCell);
        return earlier is null && oddYear is null ? [] : new[] { earlier, oddYear }.OfType<Finding>();
    }

    /// <summary>Reads the deadline and agency words of a task.</summary>
    /// <param name="agencies">Null leaves the agencies as words: nobody is named, nothing is called unknown.</param>
    /// <param name="deadlines">Remembers the readings of a run; null reads the cell afresh.</param>
    public static InterpretedTask Of(RegisterTask task, AgencyExpressions? agencies, DeadlineReadings? deadlines = null)
    {
        var deadline = deadlines is null
            ? DeadlineParser.Read(task.TimeText, task.PlanYear, task.Products)
            : deadlines.Read(task.TimeText, task.PlanYear, task.Products);
        return new InterpretedTask(task, deadline, agencies is null ? [] : agencies.OfTask(task.LeadText, task.CoordinatingText));
    }

    /// <summary>Agencies named in a role, each once.</summary>
    public IReadOnlyList<Agency> InRole(AgencyRole role)
    {
        var (first, count) = (-1, 0);
        for (var i = 0; i < Agencies.Count; i++)
        {
            if (Agencies[i].Role == role)
            {
                (first, count) = (count == 0 ? i : first, count + 1);
            }
        }

        // One mention names each once already.
        return count switch { 0 => [], 1 => Agencies[first].Resolved, _ => EachOnce(role) };
    }

    private IReadOnlyList<Agency> EachOnce(AgencyRole role) =>
        [.. Agencies.Where(mention => mention.Role == role).SelectMany(mention => mention.Resolved).Distinct()];

    /// <summary>The ended lead agencies the task names in place of this one; empty when it names the agency itself.</summary>
    public IReadOnlyList<Agency> EndedBefore(Agency agency)
    {
        for (var i = 0; i < Agencies.Count; i++)
        {
            if (Agencies[i].Successions.Count > 0)
            {
                return EndedInFavourOf(agency);
            }
        }

        return [];
    }

    private IReadOnlyList<Agency> EndedInFavourOf(Agency agency) =>
        [.. Agencies.Where(m => m.Role == AgencyRole.Lead).SelectMany(m => m.Successions).Where(s => s.Successor == agency).Select(s => s.Ended).Distinct()];

    /// <summary>
    /// What the words leave open, placed at their cells. A coordinating name that is not in the directory only informs: nobody is mailed by it.
    /// </summary>
    public IEnumerable<Finding> Findings(DateOnly today)
    {
        var place = Task.Place;
        if (Task.TimeText.Length > 0 && Task.DueDate is null)
        {
            foreach (var finding in Deadline.Findings)
            {
                yield return finding.At(place.File, place.Sheet, place.TimeCell);
            }
        }

        foreach (var finding in ReportWindowCheck.InWords(Task.TimeText))
        {
            yield return finding.At(place.File, place.Sheet, place.TimeCell);
        }

        if (CompletionCheck.Of(this, today) is { } doubt)
        {
            yield return doubt.At(place.File, place.Sheet, place.CompletedCell ?? place.TaskCell);
        }

        foreach (var question in Questions())
        {
            yield return question;
        }

        foreach (var mention in Agencies)
        {
            foreach (var finding in mention.Findings)
            {
                var weighed = mention.Role == AgencyRole.Lead ? finding : finding with { Severity = Severity.Info };
                yield return weighed.At(place.File, place.Sheet, mention.Role == AgencyRole.Lead ? place.LeadCell : place.TaskCell);
            }
        }
    }
}
