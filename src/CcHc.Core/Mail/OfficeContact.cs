namespace CcHc.Core.Mail;

/// <summary>Whom an agency may call or answer (đầu mối liên hệ): said at the foot of letters.</summary>
/// <param name="Name">A person or a division.</param>
/// <param name="Email">Answers to letters go there (Reply-To); empty: to the sender's address.</param>
public sealed record OfficeContact(string Name = "", string Phone = "", string Email = "")
{
    public static OfficeContact None { get; } = new();

    /// <summary>"Phòng Cải cách hành chính, điện thoại 0299 3 822 000, thư cchc@x.vn"; empty when nothing is known.</summary>
    public string InWords => string.Join(", ", new[]
    {
        Name,
        Phone.Length > 0 ? "điện thoại " + Phone : "",
        Email.Length > 0 ? "thư " + Email : "",
    }.Where(part => part.Length > 0));
}
