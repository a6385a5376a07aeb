using System.CommandLine;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Settings.Templates;
using CcHc.Adapters.Workbooks.Templates;
using CcHc.Core.Agencies;
using CcHc.Office;
using CcHc.Worker.Hosting.ServiceManagers;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs.Init;

/// <summary>
/// init: from nothing to an office that can be checked: settings, shared folder, lists to fill in. Run again, it changes nothing without asking.
/// </summary>
public static class InitVerb
{
    public static Command Create(Screen screen)
    {
        var options = new InitOptions();
        var command = new Command("init", "Ask what an office has, write its settings and make the shared folder with its templates.");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var today = parsed.GetValue(options.AsOf) ?? new OfficeClock(TimeProvider.System).Today;
            var (settings, office) = (options.SettingsFolder(parsed), options.Answers(parsed, screen));
            var listed = parsed.GetValue(options.Agencies) is { Length: > 0 } list
                ? await ReadListAsync(list, cancellationToken)
                : new PastedAgencies.Result([], []);
            var files = new InitFiles(screen);
            await MakeSettingsFolderAsync(settings, cancellationToken);
            WriteSettings(screen, files, office, settings);
            MakeSharedFolder(files, office, listed.Agencies, today);
            foreach (var line in listed.NotRead)
            {
                screen.Line($"  not read in the list of agencies: {line}");
            }

            var jobs = Path.Combine(settings, SystemPlaces.JobsFileName);
            screen.Line();
            var code = await CheckVerb.CheckOfficeAsync(screen, jobs, today, cancellationToken);
            Next(screen, office, jobs);
            return code;
        });
        return command;
    }

    /// <summary>Windows' own place for settings is shut before a password or a letter comes into it.</summary>
    private static async Task MakeSettingsFolderAsync(string settings, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows() || settings != SystemPlaces.Settings)
        {
            InitFiles.Folder(settings);
            return;
        }

        if (!Environment.IsPrivilegedProcess)
        {
            throw new UsageException(
                $"{settings} is the administrator's: open a command prompt with \"Run as administrator\" and run this there, "
                + "or name other folders with --settings, --data and --shared.");
        }

        InitFiles.Folder(settings);
        await WindowsRights.Shut(settings).MustAsync(cancellationToken);
    }

    private static void WriteSettings(Screen screen, InitFiles files, NewOffice office, string settings)
    {
        var schemas = Path.Combine(AppContext.BaseDirectory, "schemas");
        InitFiles.Folder(office.Data, isPrivate: true);
        files.Settings(Path.Combine(settings, SystemPlaces.JobsFileName), SettingsTemplates.JobsFile(office, schemas));
        var passwordFile = Path.Combine(settings, "smtp-password");
        if (office.Mail is { User.Length: > 0 } mail)
        {
            if (!File.Exists(passwordFile) && PasswordOf(screen, mail) is { Length: > 0 } password)
            {
                files.Secret(passwordFile, password);
            }

            files.Settings(Path.Combine(settings, EnvironmentFile.FileName), SettingsTemplates.EnvironmentFile(passwordFile, File.Exists(passwordFile)));
        }

        files.Settings(Path.Combine(settings, MachineSettings.FileName), SettingsTemplates.MachineFile(office, schemas, File.Exists(passwordFile)));
    }

    private static string? PasswordOf(Screen screen, NewOfficeMail mail) =>
        Secrets.Read(MachineSettings.PasswordVariable) ?? (screen.CanAsk ? screen.AskSecret($"Password of {mail.User} at {mail.Host}: ") : null);

    private static void MakeSharedFolder(InitFiles files, NewOffice office, IReadOnlyList<Agency> listed, DateOnly today)
    {
        var folder = new SharedFolder(office.Shared, office.Output.Length > 0 ? office.Output : office.Shared);
        foreach (var path in new[] { folder.Registers, folder.Reports, folder.Plans, folder.Consolidated, folder.Health, folder.Forms, folder.PlanDrafts })
        {
            InitFiles.Folder(path);
        }

        var agencies = StartingDirectory.Of(office.CoordinatingCode, office.CoordinatingName, listed);
        files.Workbook(folder.DirectoryFile, () => OfficeTemplates.Directory(agencies, today));
        files.Workbook(folder.HolidaysFile, () => OfficeTemplates.DaysOff([today.Year, today.Year + 1], today));
        files.Workbook(folder.IndicatorsFile, () => OfficeTemplates.Figures(FormattableString.Invariant($"Quý I/{today.Year}"), today));
        var register = FormattableString.Invariant($"so-theo-doi-{today.Year}.xlsx");
        files.Workbook(Path.Combine(folder.Registers, register), () => RegisterTemplate.Empty(office.Province, today.Year, today));
        var example = Path.Combine(office.Shared, "vi-du", "so-theo-doi-mau.xlsx");
        files.Workbook(example, () => RegisterTemplate.Example(office.Province, today.Year, office.CoordinatingName, today));
    }

    private static async Task<PastedAgencies.Result> ReadListAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return PastedAgencies.Read(path == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--agencies: {path} cannot be read: {wrong.Message}");
        }
    }

    private static void Next(Screen screen, NewOffice office, string jobs)
    {
        var option = jobs == SystemPlaces.JobsFile ? "" : $" --jobs \"{jobs}\"";
        screen.Line();
        screen.Line("What is next:");
        var waits = office.Mail is { User.Length: > 0 } && !File.Exists(Path.Combine(Path.GetDirectoryName(jobs)!, "smtp-password"));
        var letters = office.Mail is null || waits ? $"become .eml files in {Path.Combine(office.Data, "thu")}" : $"go to {office.Mail.TestAddress}";
        screen.Line($"  1. In {office.Shared}: fill in {SharedFolder.DirectoryFileName} (addresses, communes), look through {SharedFolder.HolidaysFileName}.");
        screen.Line("  2. Put the office's registers into so-theo-doi, or a plan into ke-hoach; vi-du has an example of how to write.");
        screen.Line($"  3. cchc check{option} --out check.xlsx    until nothing is left that matters");
        screen.Line($"  4. cchc run remind{option}    the first letters {letters}");
        if (waits)
        {
            screen.Line(
                $"     For real mail: the password into smtp-password beside jobs.yml, the # away in {EnvironmentFile.FileName}, "
                + $"\"mode\": \"smtp\" in {MachineSettings.FileName}.");
        }

        screen.Line($"  5. cchc user add NAME --role admin{option}, then cchc service install{option}");
    }
}
