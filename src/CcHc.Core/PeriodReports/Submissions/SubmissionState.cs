namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>What became of a handed-in file (trạng thái); it is in exactly one at a time, each change with a person, a time and a reason.</summary>
public enum SubmissionState
{
    /// <summary>The latest valid version: it counts.</summary>
    Accepted,
    /// <summary>Valid; a later version counts in its place.</summary>
    Replaced,
    /// <summary>The same content as another file, which counts once.</summary>
    Duplicate,
    /// <summary>Has errors, or is not a report of this office and period.</summary>
    Refused,
    /// <summary>Came after the period was closed: listed, not merged.</summary>
    AfterClosing,
    /// <summary>Taken out by a person.</summary>
    Excluded,
}
