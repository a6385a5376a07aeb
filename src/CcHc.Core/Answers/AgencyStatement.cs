using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.Registers;

namespace CcHc.Core.Answers;

/// <summary>What an agency's answer asks of the office: to take the task as done, to move its due day, or only to know how far it is.</summary>
public enum AnswerKind { Done, Extension, Progress }

/// <summary>More time an agency asks for (đề nghị gia hạn).</summary>
/// <param name="To">The day it wants to be held to instead.</param>
public sealed record ExtensionRequest(DateOnly To, string Reason);

/// <summary>What an agency itself says of one task between two period reports (trả lời của cơ quan). It decides nothing: somebody at the office does.</summary>
/// <param name="RowKey">See <see cref="Obligations.ObligationKey"/>.</param>
/// <param name="Row">1-based row of the sheet it was written on.</param>
public sealed record AgencyStatement(string RowKey, TaskProgress Status, string StatusText, DateOnly? CompletedOn, string Document, ExtensionRequest? Extension,
    string Reason, string Sheet, int Row)
{
    public string TaskKey { get; init; } = "";

    /// <summary>The task's words, for the day it is no longer in a register.</summary>
    public string Task { get; init; } = "";

    /// <summary>The written due day it was said of; of a duty that comes again that occurrence's.</summary>
    public DateOnly? Due { get; init; }

    public AnswerKind Kind => Extension is not null ? AnswerKind.Extension : Status == TaskProgress.Done ? AnswerKind.Done : AnswerKind.Progress;

    /// <summary>Alike for two statements that say the same of the same row: sending a sheet again says nothing new.</summary>
    public string Fingerprint => ShortCode.Of(
        RowKey, Status.ToString(), CompletedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Document,
        Extension?.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Reason,
        Kind == AnswerKind.Progress ? StatusText : "") + ShortCode.Of(Document, RowKey, Reason);
}
