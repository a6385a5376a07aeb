namespace CcHc.Core.Answers;

/// <summary>What became of an answer (tình trạng xử lý).</summary>
public enum AnswerState
{
    /// <summary>For a person to accept or refuse.</summary>
    Waiting,
    Accepted,
    Refused,
    /// <summary>Only told how far the task is: nothing to decide.</summary>
    Noted,
    /// <summary>The agency said something else before anybody decided.</summary>
    Replaced,
}

/// <summary>A statement as the office keeps it (trả lời đã nhận), with who decided what about it.</summary>
public sealed record GivenAnswer
{
    public required long Id { get; init; }

    public required string AgencyCode { get; init; }

    public required AgencyStatement Statement { get; init; }

    /// <summary>The office's day it came.</summary>
    public required DateOnly SaidOn { get; init; }

    public required AnswerState State { get; init; }

    public DateTimeOffset SaidAt { get; init; }

    /// <summary>The file it was written in, as <c>answer_file</c> has it.</summary>
    public string File { get; init; } = "";

    public string DecidedBy { get; init; } = "";

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was refused, or what the office adds to its yes.</summary>
    public string DecisionReason { get; init; } = "";

    /// <summary>The day an extension was granted to, which may be another than the one asked for.</summary>
    public DateOnly? GrantedTo { get; init; }

    public bool IsDecided => State is AnswerState.Accepted or AnswerState.Refused;
}
