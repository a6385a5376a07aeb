namespace CcHc.Adapters.Settings.Machine;

/// <summary>A password (mật khẩu) that no log, message or serializer can spell out by accident.</summary>
public sealed class Secret(string value)
{
    /// <summary>For the one call that hands it to the server.</summary>
    public string Reveal() => value;

    public override string ToString() => "***";
}
