namespace CcHc.Core.Mail.Incoming;

/// <summary>A message of the office's mailbox (thư đến) as far as it is looked at: nothing in it is run, followed or believed.</summary>
public sealed record IncomingMail
{
    /// <summary>With its angle brackets; empty when it has none.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Of its words, without the traces each way of delivery leaves: the same message delivered twice has one.</summary>
    public required string Hash { get; init; }

    /// <summary>Addresses of the From header, lower case.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Null when no Return-Path was recorded; empty for the null sender of bounces.</summary>
    public string? ReturnPath { get; init; }

    public string Subject { get; init; } = "";

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Messages it answers or quotes, the nearest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Header fields by name in lower case, in the order they stand.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public string MediaType { get; init; } = "";

    /// <summary>report-type of a multipart/report.</summary>
    public string ReportType { get; init; } = "";

    /// <summary>Its words, cut.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>What a delivery report says, machine-readable or in the words big servers use.</summary>
    public IReadOnlyList<DeliveryFailure> Failures { get; init; } = [];

    /// <summary>Why it was not read whole; empty when it was.</summary>
    public string Trouble { get; init; } = "";

    /// <summary>The first field of a name; empty when there is none.</summary>
    public string Header(string name) => Headers.FirstOrDefault(header => header.Name == name).Value ?? "";
}

/// <summary>A file of a message.</summary>
/// <param name="LeftOut">Why its bytes were not kept; empty when they were.</param>
public sealed record IncomingFile(string Name, string MediaType, byte[] Bytes, string LeftOut = "");

/// <summary>One address a letter did not reach (thư không đến).</summary>
/// <param name="Address">As the report names it, lower case; empty when it does not.</param>
/// <param name="Status">"5.1.1"; empty when none is given.</param>
/// <param name="Words">What the server said.</param>
public sealed record DeliveryFailure(string Address, string Status, string Words)
{
    /// <summary>A report that a letter is only late says so with 4.x.x: it may still arrive.</summary>
    public bool IsFinal => !Status.StartsWith('4');
}
