using System.Security.Cryptography;
using CcHc.Adapters.Settings;
using CcHc.Worker.Scheduling;

namespace CcHc.Worker.Service;

/// <summary>Both settings files of an office, read and found good together.</summary>
/// <param name="Fingerprint">Changes when either file does.</param>
public sealed record OfficeSettings(JobsFile Office, MachineSettings Machine, string Fingerprint)
{
    /// <exception cref="SettingsException">A file is wrong.</exception>
    public static OfficeSettings Read(string jobsPath, OfficeClock clock)
    {
        // Taken first: a file changed while it is read is read again.
        var fingerprint = FingerprintOf(jobsPath);
        var office = JobsFileReader.Read(jobsPath);
        new CronClock(clock.Zone).Check(office);
        return new OfficeSettings(office, MachineSettings.ReadBeside(office.Path), fingerprint);
    }

    /// <summary>Of the bytes of jobs.yml and appsettings.json; a missing file counts as empty.</summary>
    public static string FingerprintOf(string jobsPath)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(jobsPath))!, MachineSettings.FileName);
        return string.Join('-', new[] { jobsPath, beside }.Select(path => File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : ""));
    }
}
