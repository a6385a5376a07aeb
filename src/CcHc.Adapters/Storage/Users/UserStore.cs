using System.Security.Cryptography;
using Dapper;

namespace CcHc.Adapters.Storage.Users;

/// <summary>What somebody may do on the dashboard (vai trò): look, also act on letters, jobs and reports, also decide on people and settings.</summary>
public enum UserRole { Viewer, Operator, Admin }

/// <summary>Somebody who may log in (người dùng).</summary>
public sealed record User
{
    /// <summary>Lower case.</summary>
    public string Name { get; init; } = "";
    public string FullName { get; init; } = "";
    public UserRole Role { get; init; }
    public string PasswordHash { get; init; } = "";
    /// <summary>Changes with password, role, disabling and logging out: a session with another stamp has ended.</summary>
    public string Stamp { get; init; } = "";
    public bool IsDisabled { get; init; }
    public int Failures { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SeenAt { get; init; }
}

/// <summary>Everybody who may log in (danh sách người dùng). Nobody is there at first, and nobody has a default password.</summary>
public sealed class UserStore(Database database, TimeProvider clock)
{
    private const string Columns = "name, full_name, role, password_hash, stamp, is_disabled, failures, locked_until, created_at, seen_at";

    /// <summary>1 to 60 signs, no spaces.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 60 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    public static string NameOf(string written) => written.Trim().ToLowerInvariant();

    public async Task<IReadOnlyList<User>> ListAsync(CancellationToken cancellationToken = default)
    {
        var people = await database.QueryAsync<User>($"SELECT {Columns} FROM person", cancellationToken);
        return [.. people.OrderBy(person => person.Name, StringComparer.Ordinal)];
    }

    public Task<User?> FindAsync(string name, CancellationToken cancellationToken = default) => database.QuerySingleOrDefaultAsync<User>(
        $"SELECT {Columns} FROM person WHERE name = @name", new { name = NameOf(name) }, cancellationToken);

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> AddAsync(string name, string fullName, UserRole role, string passwordHash, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "INSERT INTO person (name, full_name, role, password_hash, stamp, created_at) VALUES (@name, @fullName, @role, @passwordHash, @stamp, @now) ON CONFLICT DO NOTHING",
            new { name = NameOf(name), fullName, role = StoredEnum.Code(role), passwordHash, stamp = NewStamp(), now = clock.GetUtcNow() }, cancellationToken) == 1;

    /// <summary>A new password ends every session and every lock.</summary>
    /// <returns>False when there is nobody of that name.</returns>
    public Task<bool> SetPasswordAsync(string name, string passwordHash, CancellationToken cancellationToken = default) =>
        ChangeAsync("password_hash = @passwordHash, stamp = @stamp, failures = 0, locked_until = NULL",
            new { name = NameOf(name), passwordHash, stamp = NewStamp() }, cancellationToken);

    /// <returns>False when there is nobody of that name.</returns>
    public Task<bool> EndSessionsAsync(string name, CancellationToken cancellationToken = default) =>
        ChangeAsync("stamp = @stamp", new { name = NameOf(name), stamp = NewStamp() }, cancellationToken);

    public Task<bool> SetRoleAsync(string name, UserRole role, CancellationToken cancellationToken = default) =>
        ChangeAsync("role = @role, stamp = @stamp", new { name = NameOf(name), role = StoredEnum.Code(role), stamp = NewStamp() }, cancellationToken);

    public Task<bool> SetDisabledAsync(string name, bool isDisabled, CancellationToken cancellationToken = default) =>
        ChangeAsync("is_disabled = @disabled, stamp = @stamp", new { name = NameOf(name), disabled = isDisabled ? 1 : 0, stamp = NewStamp() },
            cancellationToken);

    /// <summary>Another role, unless nobody would be left who may decide on people.</summary>
    /// <returns>False when there is nobody of that name, or it is the last administrator.</returns>
    public Task<bool> SetRoleKeepingAdminAsync(string name, UserRole role, CancellationToken cancellationToken = default) =>
        ChangeKeepingAdminAsync("role = @role, stamp = @stamp", role == UserRole.Admin, new { name = NameOf(name), role = StoredEnum.Code(role), stamp = NewStamp() },
            cancellationToken);

    /// <summary>Lets somebody log in no longer, unless nobody would be left who may decide on people.</summary>
    /// <returns>False when there is nobody of that name, or it is the last administrator.</returns>
    public Task<bool> DisableKeepingAdminAsync(string name, CancellationToken cancellationToken = default) =>
        ChangeKeepingAdminAsync("is_disabled = 1, stamp = @stamp", false, new { name = NameOf(name), stamp = NewStamp() }, cancellationToken);

    /// <summary>Counts a wrong password; the last one allowed locks the name for a while.</summary>
    public Task CountFailureAsync(string name, int allowed, TimeSpan lockFor, CancellationToken cancellationToken = default) => ChangeAsync(
        "failures = CASE WHEN failures + 1 >= @allowed THEN 0 ELSE failures + 1 END, locked_until = CASE WHEN failures + 1 >= @allowed THEN @until ELSE locked_until END",
        new { name = NameOf(name), allowed, until = clock.GetUtcNow() + lockFor }, cancellationToken);

    public Task NoteLoginAsync(string name, CancellationToken cancellationToken = default) =>
        ChangeAsync("failures = 0, locked_until = NULL, seen_at = @now", new { name = NameOf(name), now = clock.GetUtcNow() }, cancellationToken);

    private async Task<bool> ChangeAsync(string what, object values, CancellationToken cancellationToken) =>
        await database.ExecuteAsync($"UPDATE person SET {what} WHERE name = @name", values, cancellationToken) == 1;

    private async Task<bool> ChangeKeepingAdminAsync(string what, bool staysAdmin, object values, CancellationToken cancellationToken)
    {
        const string AnotherIsLeft =
            "AND (role <> 'admin' OR EXISTS (SELECT 1 FROM person other WHERE other.name <> @name AND other.role = 'admin' AND other.is_disabled = 0))";
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two administrators who take each other's role at once must not both succeed.
        if (database.Dialect.CountingLock is not "")
        {
            await connection.ExecuteAsync(new CommandDefinition(database.Dialect.CountingLock, transaction: transaction, cancellationToken: cancellationToken));
        }

        var changed = await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE person SET {what} WHERE name = @name {(staysAdmin ? "" : AnotherIsLeft)}", values, transaction, cancellationToken: cancellationToken));
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return changed == 1;
    }

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
