using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Storage.Answers;

/// <summary>Where an answer sheet came from.</summary>
public enum AnswerOrigin { Folder, Mail }

/// <summary>An answer sheet as it is kept (phiếu trả lời đã nhận).</summary>
public sealed record AnswerFile(AnswerSheetReading Reading, AnswerOrigin Origin, DateTimeOffset ReceivedAt, ReceiptState Receipt)
{
    public string File => Reading.File;

    public string Hash => Reading.Hash;

    public string AgencyCode => Reading.AgencyCode ?? "";
}

/// <summary>What a person decides about an answer.</summary>
/// <param name="GrantedTo">Of an extension: until when; null grants the day asked for.</param>
public sealed record AnswerVerdict(bool IsAccepted, string Person, string Reason, DateOnly? GrantedTo = null);
