namespace CcHc.Core.Mail.Incoming;

/// <summary>What becomes of a message (cách xử lý thư đến). Nothing is thrown away: each is moved to one of two folders and listed.</summary>
public enum IncomingFate
{
    /// <summary>Answer sheets or report forms were taken from it.</summary>
    TakenIn,
    /// <summary>An agency wrote in plain words, or sent files that are neither: for a person, with the letter it answers.</summary>
    Words,
    /// <summary>A delivery report on a letter of ours.</summary>
    Bounced,
    /// <summary>A letter of ours is only late.</summary>
    Delayed,
    /// <summary>A delivery report on nothing we know.</summary>
    UnknownBounce,
    AutoReply,
    ReadReceipt,
    MailingList,
    OwnLetter,
    /// <summary>Not from an address of the directory.</summary>
    Stranger,
    /// <summary>The office's server does not vouch for its sender.</summary>
    Unproven,
    /// <summary>No sender, or several.</summary>
    NoSender,
    /// <summary>Too large, too deep, or broken: not read.</summary>
    Unread,
}

public static class IncomingFates
{
    /// <summary>True for what a person should look at: it lies in "Chờ xem".</summary>
    public static bool WaitsForPerson(this IncomingFate fate) =>
        fate is IncomingFate.Words or IncomingFate.Stranger or IncomingFate.Unproven or IncomingFate.NoSender or IncomingFate.Unread
            or IncomingFate.UnknownBounce;

    public static string Label(this IncomingFate fate) => fate switch
    {
        IncomingFate.TakenIn => "Đã tiếp nhận",
        IncomingFate.Words => "Trả lời bằng lời",
        IncomingFate.Bounced => "Thư không đến",
        IncomingFate.Delayed => "Thư đến chậm",
        IncomingFate.UnknownBounce => "Báo lỗi không rõ thư nào",
        IncomingFate.AutoReply => "Trả lời tự động",
        IncomingFate.ReadReceipt => "Báo đã đọc",
        IncomingFate.MailingList => "Thư danh sách",
        IncomingFate.OwnLetter => "Thư của hệ thống",
        IncomingFate.Stranger => "Người gửi lạ",
        IncomingFate.Unproven => "Không xác thực được người gửi",
        IncomingFate.NoSender => "Không rõ người gửi",
        _ => "Không đọc được",
    };
}
