namespace CcHc.Core.Findings;

/// <summary>How much a finding (cảnh báo) matters: an error stops a reminder or a figure, a warning may mislead, info only tells.</summary>
public enum Severity { Info, Warning, Error }

/// <summary>Something in an office's file that should be looked at (cảnh báo): where, what is wrong, what to type instead.</summary>
/// <param name="Code">Stable, kebab-case English; one code a rule.</param>
/// <param name="File">Path relative to the shared folder, forward slashes.</param>
/// <param name="Sheet">Null when the finding is about the whole file.</param>
/// <param name="Cell">"F12", or null when about the whole sheet.</param>
/// <param name="Message">One Vietnamese sentence: what was found.</param>
/// <param name="Remedy">One Vietnamese sentence: what to do.</param>
public sealed record Finding(Severity Severity, string Code, string File, string? Sheet, string? Cell, string Message, string Remedy)
{
    public string Message { get; init; } = Quotation.Shorten(Message);

    /// <summary>Names this one finding when the office answers it: "K7F3QD"; empty until the register's codes are assigned.</summary>
    public string AnswerCode { get; init; } = "";

    /// <summary>The row it was found in, as people name it: "STT 3, Rà soát thủ tục…"; empty when it is about no one row.</summary>
    public string About { get; init; } = "";
}

/// <summary>A finding before its place is known: what a parser says of a piece of text.</summary>
public sealed record FindingTemplate(Severity Severity, string Code, string Message, string Remedy)
{
    public Finding At(string file, string? sheet, string? cell) => new(Severity, Code, file, sheet, cell, Message, Remedy);
}
