namespace CcHc.Adapters.Settings.Machine;

/// <summary>How much the log holds: what went wrong, what was done, or every step.</summary>
public enum LogDetail { Error, Warning, Information, Debug }

/// <summary>The log file of the service (nhật ký dịch vụ).</summary>
/// <param name="MaxMegabytes">A file is closed and a new one begun at this size, and at midnight.</param>
/// <param name="KeepDays">Older files are deleted.</param>
public sealed record LogSettings(LogDetail Level = LogDetail.Information, int MaxMegabytes = 20, int KeepDays = 30);

/// <summary>
/// Where the job "backup" puts its zips, and which of them stay (sao lưu): so many of the last days, one a day, and so many of the last months, one a month.
/// </summary>
/// <param name="Folder">Empty: backup in the data folder.</param>
public sealed record BackupSettings(string Folder = "", int KeepDays = 14, int KeepMonths = 12);
