namespace CcHc.Core.Wording;

/// <summary>A sentence the office may reword, waiting for its blanks to be filled.</summary>
public delegate string Phrase(IReadOnlyDictionary<string, string> blanks);

/// <summary>The sentences of a letter (lời thư) that the office may reword; tables and reasons are drawn by the program.</summary>
public sealed record LetterWording(Phrase Subject, Phrase Greeting, Phrase Opening, Phrase Ask, Phrase Signature)
{
    /// <summary>Names of the blanks a letter's sentences may use.</summary>
    public static IReadOnlyList<string> Blanks { get; } =
        ["province", "standing_body", "agency", "focal_point", "date", "total", "overdue", "due_today", "upcoming", "counts", "open", "own", "contact"];
}
