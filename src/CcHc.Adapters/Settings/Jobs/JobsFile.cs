using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Core.Regimes;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>
/// What the office decides (jobs.yml): where its workbooks are, when it reminds, which regime it reports by, who is told and which jobs there are.
/// </summary>
/// <param name="SharedFolder">Absolute path of the folder the office's workbooks lie in; only ever read.</param>
/// <param name="OutputFolder">Absolute path under which tong-hop/ and canh-bao/ are written.</param>
/// <param name="StandingBodyCode">The standing body's code in the directory.</param>
public sealed record JobsFile(
    string Path,
    string ProvinceName,
    string StandingBodyCode,
    string SharedFolder,
    string OutputFolder,
    string RegimeName,
    ReminderPolicy Reminders,
    ResultRecipients Recipients,
    IReadOnlyList<JobDefinition> Jobs)
{
    /// <summary>The regimes the office defines itself (chế độ báo cáo riêng).</summary>
    public IReadOnlyList<ReportingRegime> OwnRegimes { get; init; } = [];

    /// <summary>Whom agencies may call or answer; said at the foot of letters.</summary>
    public OfficeContact Contact { get; init; } = OfficeContact.None;

    /// <summary>The shared folder as agencies find it in their own file manager ("\\may-chu\cchc"); empty when they have no access to it.</summary>
    public string ShownSharedFolder { get; init; } = "";

    public ReportSettings Reports { get; init; } = ReportSettings.Default;

    public AnswerSettings Answers { get; init; } = AnswerSettings.Default;

    /// <summary>The regime in force, the office's own or a known one.</summary>
    public ReportingRegime Regime => OwnRegimes.FirstOrDefault(own => own.Code.Equals(RegimeName, StringComparison.OrdinalIgnoreCase))
        ?? ReportingRegimes.ByCode(RegimeName)!;
}

/// <summary>What becomes of agencies' answers by itself.</summary>
/// <param name="RestWorkingDays">So long reminders rest after an answer nobody has decided; 0 = not at all.</param>
public sealed record AnswerSettings(int RestWorkingDays)
{
    public static AnswerSettings Default { get; } = new(10);
}

/// <summary>Who is written to beside the agencies.</summary>
/// <param name="Results">Officers of Sở Nội vụ: consolidated workbooks and register health.</param>
/// <param name="Admin">Who keeps the service running: failures, and once a week that all is well.</param>
public sealed record ResultRecipients(IReadOnlyList<string> Results, IReadOnlyList<string> Admin)
{
    public static ResultRecipients Nobody { get; } = new([], []);
}
