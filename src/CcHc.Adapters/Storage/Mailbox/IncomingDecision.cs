using CcHc.Adapters.Storage.Answers;
using CcHc.Core.Mail.Incoming;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Storage.Mailbox;

/// <summary>Everything that becomes of one message (quyết định về một thư đến), recorded together or not at all.</summary>
public sealed record IncomingDecision(IncomingMail Mail, IncomingFate Fate, string AgencyCode, string Reason)
{
    /// <summary>Message-ID of the letter of ours it answers or returns; empty when it is none we know.</summary>
    public string LetterId { get; init; } = "";

    public IReadOnlyList<JudgedFile> Files { get; init; } = [];

    public IReadOnlyList<(AnswerFile File, byte[] Bytes)> Answers { get; init; } = [];

    public IReadOnlyList<(SubmittedFile File, byte[] Bytes)> Reports { get; init; } = [];

    /// <summary>Papers beside the reports.</summary>
    public IReadOnlyList<(ReportPaper Paper, byte[] Bytes)> Papers { get; init; } = [];

    /// <summary>Final failures of the letter <see cref="LetterId"/>.</summary>
    public IReadOnlyList<DeliveryFailure> Bounces { get; init; } = [];

    /// <summary>A receipt will go out.</summary>
    public bool IsAnswered { get; init; }
}

/// <summary>A file with what became of it.</summary>
public sealed record JudgedFile(IncomingFile File, string Became);

/// <summary>A message as the pages list it.</summary>
public sealed record IncomingEntry
{
    public long Id { get; init; }
    public string MessageId { get; init; } = "";
    public DateTimeOffset ReceivedAt { get; init; }
    public string FromAddress { get; init; } = "";
    public string Subject { get; init; } = "";
    public string AgencyCode { get; init; } = "";
    public IncomingFate Fate { get; init; }
    public string Reason { get; init; } = "";
    public string Words { get; init; } = "";
    public string LetterId { get; init; } = "";
    public bool IsAnswered { get; init; }
    public string SeenBy { get; init; } = "";
    /// <summary>Of the letter it answers; empty when it is none we know.</summary>
    public string LetterSubject { get; init; } = "";
    public long LetterDelivery { get; init; }

    public bool WaitsForPerson => Fate.WaitsForPerson() && SeenBy.Length == 0;
}

/// <summary>A file of a message as the pages list it.</summary>
public sealed record IncomingFileEntry
{
    public int Position { get; init; }
    public string FileName { get; init; } = "";
    public string MediaType { get; init; } = "";
    public string Became { get; init; } = "";
    public long Size { get; init; }
}
