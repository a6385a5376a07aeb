using System.CommandLine;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Users;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>user: who may log in to the dashboard. The first administrator is made here; nobody has a default password.</summary>
public static class UserVerb
{
    private const string PasswordVariable = "CCHC_USER_PASSWORD";

    public static Command Create(Screen screen) => new("user", "Who may log in to the dashboard: add, list, role, password, disable, enable.")
    {
        Add(screen),
        List(screen),
        Change(screen, "password", "Give a new password; every session of this person ends.", async (people, name, cancellationToken) =>
            await people.SetPasswordAsync(name, PasswordHash.Of(AskPassword(screen, name)), cancellationToken)),
        Change(screen, "disable", "Let somebody log in no longer; every session ends.",
            (people, name, cancellationToken) => people.SetDisabledAsync(name, true, cancellationToken)),
        Change(screen, "enable", "Let somebody log in again.", (people, name, cancellationToken) => people.SetDisabledAsync(name, false, cancellationToken)),
        Role(screen),
    };

    private static Command Add(Screen screen)
    {
        var (name, role, jobs) = (Name(), RoleOption(), CommonOptions.Jobs());
        var fullName = new Option<string>("--full-name") { Description = "As it stands in records.", DefaultValueFactory = _ => "" };
        var command = new Command("add", $"Add somebody; the password is asked for, or comes from {PasswordVariable} or {PasswordVariable}_FILE.") { name, role,
            fullName, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var wanted = UserStore.NameOf(parsed.GetValue(name)!);
            if (!UserStore.IsName(wanted))
            {
                throw new UsageException("A name has 1 to 60 signs and no spaces.");
            }

            var hash = PasswordHash.Of(AskPassword(screen, wanted));
            var people = host.Services.GetRequiredService<UserStore>();
            if (!await people.AddAsync(wanted, parsed.GetValue(fullName) is { Length: > 0 } full
                ? full : wanted, parsed.GetValue(role), hash, cancellationToken))
            {
                throw new UsageException($"{wanted} is there already.");
            }

            await host.Services.GetRequiredService<AuditTrail>()
                .WriteAsync("cchc user", "person-added", wanted, parsed.GetValue(role).ToString(), cancellationToken: cancellationToken);
            screen.Line($"{wanted} may log in as {parsed.GetValue(role)}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Screen screen)
    {
        var jobs = CommonOptions.Jobs();
        var command = new Command("list", "List everybody.") { jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            foreach (var person in await host.Services.GetRequiredService<UserStore>().ListAsync(cancellationToken))
            {
                screen.Line(
                    FormattableString.Invariant(
                        $"{person.Name,-20} {person.Role,-9} {(person.IsDisabled ? "disabled" : "")} {person.FullName}  last login {person.SeenAt:yyyy-MM-dd HH:mm}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Role(Screen screen)
    {
        var role = RoleOption();
        var command = Change(screen, "role", "Give another role.", null);
        command.Add(role);
        return Acting(screen, command, "role",
            (parsed, people, name, cancellationToken) => people.SetRoleAsync(name, parsed.GetValue(role), cancellationToken));
    }

    private static Command Change(Screen screen, string verb, string description, Func<UserStore, string, CancellationToken, Task<bool>>? change)
    {
        var command = new Command(verb, description) { Name(), CommonOptions.Jobs() };
        return change is null ? command : Acting(screen, command, verb, (_, people, name, cancellationToken) => change(people, name, cancellationToken));
    }

    private static Command Acting(Screen screen, Command command, string verb, Func<ParseResult, UserStore, string, CancellationToken, Task<bool>> change)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetRequiredValue<string>("--jobs"), cancellationToken);
            var name = UserStore.NameOf(parsed.GetRequiredValue<string>("name"));
            await host.Services.GetRequiredService<AuditTrail>().WriteAsync("cchc user", "person-" + verb, name, cancellationToken: cancellationToken);
            if (!await change(parsed, host.Services.GetRequiredService<UserStore>(), name, cancellationToken))
            {
                throw new UsageException($"There is nobody named {name}. See: cchc user list.");
            }

            screen.Line($"{name}: done.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "The name to log in with." };

    private static Option<UserRole> RoleOption() =>
        new("--role") { Description = "viewer looks; operator also acts on letters, jobs and reports; admin also decides on people.",
            DefaultValueFactory = _ => UserRole.Viewer };

    /// <exception cref="UsageException">There is no password, or it breaks the rules.</exception>
    private static string AskPassword(Screen screen, string name)
    {
        var password = Secrets.Read(PasswordVariable) ?? screen.AskSecret($"Password for {name} (at least {PasswordRules.Shortest} signs): ")
            ?? throw new UsageException($"No terminal to ask for a password. Set {PasswordVariable} or {PasswordVariable}_FILE.");
        return PasswordRules.Problem(password, name) is { } problem ? throw new UsageException(problem.English) : password;
    }
}
