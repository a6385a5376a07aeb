namespace CcHc.Adapters.Settings.Templates;

/// <summary>What a new office answers (cơ quan mới), from which its first settings are written.</summary>
/// <param name="CoordinatingCode">The code of Sở Nội vụ in the directory.</param>
/// <param name="Shared">The shared folder; absolute, or a share such as \\may-chu\cchc.</param>
/// <param name="Output">Empty: outputs are written beside the workbooks.</param>
public sealed record NewOffice(string Province, string CoordinatingCode, string CoordinatingName, string Shared, string Output, string Data)
{
    /// <summary>Who gets consolidated workbooks; empty: nobody yet.</summary>
    public string ResultsTo { get; init; } = "";

    /// <summary>Who hears of failures; empty: nobody yet.</summary>
    public string AdminTo { get; init; } = "";

    /// <summary>Null: letters become files in the data folder.</summary>
    public NewOfficeMail? Mail { get; init; }
}

/// <summary>The mail server of a new office. Its password is a secret of the environment.</summary>
/// <param name="TestAddress">Every letter goes here until `cchc go-live`.</param>
public sealed record NewOfficeMail(string Host, int Port, string SenderAddress, string SenderName, string User, string TestAddress);
