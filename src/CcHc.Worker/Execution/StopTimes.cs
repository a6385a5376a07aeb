using CcHc.Adapters.Settings.Machine;

namespace CcHc.Worker.Execution;

/// <summary>
/// How long a stop may take (thời gian dừng), said here alone: a run finishes the letter in hand, which takes as long as the mail server does; the host waits a
/// little longer than the engine. The unit in docs/service gives it ten seconds more than the host has where the mail time-out is two minutes or less.
/// </summary>
public static class StopTimes
{
    private static readonly TimeSpan ShortestLetter = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ToWriteDownWhatBecameOfIt = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ToCloseTheRest = TimeSpan.FromSeconds(5);

    /// <summary>Longer than any host: how long it waits is for the host alone to say.</summary>
    public static TimeSpan Program { get; } = TimeSpan.FromMinutes(15);

    public static TimeSpan Engine(MailSettings mail) => (mail.Timeout > ShortestLetter ? mail.Timeout : ShortestLetter) + ToWriteDownWhatBecameOfIt;

    public static TimeSpan Host(MailSettings mail) => Engine(mail) + ToCloseTheRest;
}
