using CcHc.Adapters.Mail;

namespace CcHc.Adapters.Settings;

/// <summary>appsettings.json as written; <see cref="MachineSettings"/> judges it.</summary>
internal sealed record MachineDocument
{
    public string Data { get; init; } = "data";
    public string Wording { get; init; } = "";
    public string PingUrl { get; init; } = "";
    public string PathBase { get; init; } = "";
    public int KeepMonths { get; init; } = MachineSettings.DefaultKeepMonths;
    public OpenIdDocument? OpenId { get; init; }
    public MailDocument Mail { get; init; } = new();
}

internal sealed record OpenIdDocument
{
    public string Authority { get; init; } = "";
    public string ClientId { get; init; } = "";
    public string NameClaim { get; init; } = "preferred_username";
}

internal sealed record MailDocument
{
    public MailMode Mode { get; init; } = MailMode.Pickup;
    public string SenderAddress { get; init; } = "cchc@localhost.localdomain";
    public string SenderName { get; init; } = "CcHc";
    public string Folder { get; init; } = "";
    public string Host { get; init; } = "";
    public int Port { get; init; } = 587;
    public bool UseTls { get; init; } = true;
    public bool ImplicitTls { get; init; }
    public string User { get; init; } = "";
    public string TokenFile { get; init; } = "";
    public string AuthorityFile { get; init; } = "";
    public string RedirectAllTo { get; init; } = "";
    public int PerMinute { get; init; }
    public int PerDay { get; init; }
    public int TimeoutSeconds { get; init; } = 60;
}
