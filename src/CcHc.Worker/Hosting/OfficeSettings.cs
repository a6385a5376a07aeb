using System.Security.Cryptography;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Worker.Timing;

namespace CcHc.Worker.Hosting;

/// <summary>Both settings files of an office, read and found good together.</summary>
/// <param name="Fingerprint">Changes when either file does.</param>
public sealed record OfficeSettings(JobsFile Office, MachineSettings Machine, string Fingerprint)
{
    /// <exception cref="SettingsException">A file is wrong.</exception>
    public static OfficeSettings Read(string jobsPath)
    {
        // Taken first: a file changed while it is read is read again.
        var fingerprint = FingerprintOf(jobsPath);
        var (office, machine) = ReadBoth(jobsPath);
        CronClock.Check(office);
        OfficeDatabase.Check(office, machine);
        return new OfficeSettings(office, machine, fingerprint);
    }

    /// <exception cref="SettingsException">Either file is wrong, or the environment; the mistakes of all of them at once.</exception>
    public static (JobsFile Office, MachineSettings Machine) ReadBoth(string jobsPath)
    {
        var mistakes = new List<string>();
        var (office, machine) = (Part(() => JobsFileReader.Read(jobsPath)), Part(() => MachineSettings.ReadBeside(jobsPath)));
        return office is not null && machine is not null ? (office, machine) : throw new SettingsException(mistakes);

        T? Part<T>(Func<T> read)
            where T : class
        {
            try
            {
                return read();
            }
            catch (SettingsException wrong)
            {
                mistakes.AddRange(wrong.Mistakes);
                return null;
            }
        }
    }

    /// <summary>Of the bytes of jobs.yml and appsettings.json; a missing file counts as empty.</summary>
    public static string FingerprintOf(string jobsPath)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(jobsPath))!, MachineSettings.FileName);
        return string.Join('-',
            new[] { jobsPath, beside }.Select(path => File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : ""));
    }
}
