namespace CcHc.Adapters.Mail.Smtp;

/// <summary>One reason why mail will not go through, found without sending any (lý do không gửi được thư).</summary>
/// <param name="Code">Stable, kebab-case English; one code a cause.</param>
/// <param name="Message">What was seen, the server's own words included; exact English.</param>
/// <param name="Remedy">What to change.</param>
public sealed record SmtpComplaint(string Code, string Message, string Remedy);

/// <summary>A conversation that ended in a complaint.</summary>
internal sealed class SmtpComplaintException(params IReadOnlyList<SmtpComplaint> complaints) : Exception(complaints[0].Message)
{
    public SmtpComplaintException(string code, string message, string remedy)
        : this([new SmtpComplaint(code, message, remedy)])
    {
    }

    public IReadOnlyList<SmtpComplaint> Complaints { get; } = complaints;
}
