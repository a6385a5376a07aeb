namespace CcHc.Core.Tests.Simulation;

/// <summary>What a person knows of a task on a day; the register sheet of the day is written from it, and the slow office decides by it.</summary>
internal sealed record HandTask(int PlanYear, int Number, string Text, LeadPhrase Lead, TimePhrase Time)
{
    /// <summary>Sheet and number: how a person names the task.</summary>
    public string Name => $"{PlanYear}/{Number}";
    /// <summary>The column Hạn.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>The column Gia hạn đến.</summary>
    public DateOnly? ExtendedTo { get; init; }
    public HandStatus Status { get; init; }
    /// <summary>
    /// A real day or plain words, not of a year before the plan, and no day of completion beside a status that says otherwise: heads may hear of it.
    /// </summary>
    public bool IsCertain => !(Status == HandStatus.InProgress && CompletedOn is not null) && (Due is not null || ExtendedTo is not null || Time.IsPlain)
        && !LastDays().Any(day => day < new DateOnly(PlanYear - 1, 12, 1));
    public DateOnly? CompletedOn { get; init; }

    /// <summary>The last allowed days as they are written, the extension in place of the one it moves.</summary>
    private IEnumerable<DateOnly> LastDays()
    {
        List<DateOnly> days = Due is { } due ? [due] : [.. Time.Milestones.Where(one => one.Kind == HandKind.Dated).Select(one => one.Last).OfType<DateOnly>()];
        if (ExtendedTo is not { } extended)
        {
            return days;
        }

        var moved = days.Where(day => day < extended).Select(day => (DateOnly?)day).Max();
        return moved is null ? [extended] : days.Select(day => day == moved ? extended : day);
    }
}

internal enum HandStatus { Open, InProgress, Done, Dropped }

/// <summary>The words of a lead cell, and the agencies they name.</summary>
internal sealed record LeadPhrase(string Words, params IReadOnlyList<string> Codes);
