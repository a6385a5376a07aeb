using CcHc.Core.Registers.Recognition;

namespace CcHc.Core.Registers;

/// <summary>What the status column (tình trạng) says. An unknown word counts as open and is listed.</summary>
public enum TaskProgress { Open, InProgress, Done, Dropped, Unknown }

/// <summary>Where a task stands in an office's file.</summary>
/// <param name="File">Path relative to the shared folder, forward slashes.</param>
/// <param name="Row">1-based row of the sheet; 0 for the file as a whole.</param>
/// <param name="TimeCell">"F12": the cell of the time words, or of the task when there is none.</param>
/// <param name="CompletedCell">The cell of the day of completion; null when the register has no such column.</param>
public sealed record SourcePlace(string File, string Sheet, int Row, string TaskCell, string TimeCell, string LeadCell, string? CompletedCell = null)
{
    /// <summary>Where the status is typed; null when the register has no such column.</summary>
    public string? StatusCell { get; init; }

    /// <summary>Where an extension is typed, likewise.</summary>
    public string? ExtendedCell { get; init; }
}

/// <summary>One assigned task (nhiệm vụ) of a register.</summary>
public sealed record RegisterTask
{
    /// <summary>
    /// At first register + section + number, or without a number the folded text; kept for good once the register is remembered, however its rows, sheets or
    /// file are sorted, renumbered, reworded or renamed (<see cref="Recognition.RegisterRecognition"/>).
    /// </summary>
    public required string Key { get; init; }
    public required SourcePlace Place { get; init; }
    /// <summary>As written, without its closing mark: "1", "2.a", "PL01.4"; empty when the register gives none.</summary>
    public string Number { get; init; } = "";
    public string Section { get; init; } = "";
    /// <summary>The numbers of the headings above it, or their folded words where they have none.</summary>
    public string SectionKey { get; init; } = "";
    public TaskArea Area { get; init; } = TaskArea.Other;
    /// <summary>The plan it stands in: "Kế hoạch số 215/KH-UBND ngày 19/12/2025", or the title above its table; empty when neither is given.</summary>
    public string Plan { get; init; } = "";
    /// <summary>The task's words, without its number.</summary>
    public required string Text { get; init; }
    public IReadOnlyList<string> Products { get; init; } = [];
    public string LeadText { get; init; } = "";
    public string CoordinatingText { get; init; } = "";
    /// <summary>The lead named by the sheet's title for its whole area; said in letters, never mailed in place of a missing lead.</summary>
    public string AreaLeadText { get; init; } = "";
    public string TimeText { get; init; } = "";
    public int? PlanYear { get; init; }
    /// <summary>The Hạn column's real date; wins over the words.</summary>
    public DateOnly? DueDate { get; init; }
    /// <summary>The Gia hạn đến column; wins over every other due day.</summary>
    public DateOnly? ExtendedTo { get; init; }
    public string StatusText { get; init; } = "";
    public TaskProgress Status { get; init; }
    public DateOnly? CompletedOn { get; init; }
    /// <summary>Nothing but a day of completion says that it is done: one that lies ahead then says when it is meant to be done.</summary>
    public bool IsDoneByDayAlone { get; init; }
    /// <summary>The last day of the period the register says is done ("đã gửi quý I"); what falls due for a later one stays open.</summary>
    public DateOnly? DoneThrough { get; init; }
    /// <summary>
    /// Some cell may say that it is done, though not surely: it counts as open, is asked about, and is told to no head before somebody answers.
    /// </summary>
    public bool MayBeDone { get; init; }
    public string ResultText { get; init; } = "";
    /// <summary>Some words of the task look typed in an old font and could not be read; a letter that repeats them says so.</summary>
    public bool HasLegacyText { get; init; }
    public string Note { get; init; } = "";
}
