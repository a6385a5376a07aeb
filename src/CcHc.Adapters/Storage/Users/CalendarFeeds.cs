using System.Security.Cryptography;

namespace CcHc.Adapters.Storage.Users;

/// <summary>The secret links to the agencies' calendars (liên kết lịch): who knows one sees that agency's due days, and nothing else.</summary>
public sealed class CalendarFeeds(Database database)
{
    private const int SecretBytes = 20;

    /// <returns>Null when the agency has no link.</returns>
    public async Task<string?> SecretOfAsync(string agencyCode, CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<string>(
            "SELECT secret FROM calendar_feed WHERE agency_code = @agencyCode", new { agencyCode }, cancellationToken);

    /// <returns>Null when nobody has, or no longer has, that link.</returns>
    public async Task<string?> AgencyOfAsync(string secret, CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<string>(
            "SELECT agency_code FROM calendar_feed WHERE secret = @secret", new { secret }, cancellationToken);

    /// <summary>Gives the agency a new link; its old one, if any, leads nowhere from now on.</summary>
    public async Task<string> RenewAsync(string agencyCode, CancellationToken cancellationToken = default)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        await database.ExecuteAsync(
            "INSERT INTO calendar_feed (agency_code, secret) VALUES (@agencyCode, @secret) ON CONFLICT (agency_code) DO UPDATE SET secret = @secret",
            new { agencyCode, secret }, cancellationToken);
        return secret;
    }

    /// <returns>False when the agency had no link.</returns>
    public async Task<bool> WithdrawAsync(string agencyCode, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync("DELETE FROM calendar_feed WHERE agency_code = @agencyCode", new { agencyCode }, cancellationToken) == 1;
}
