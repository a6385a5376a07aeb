using System.Globalization;
using System.Security.Cryptography;

namespace CcHc.Adapters.Storage.Users;

/// <summary>Passwords as they are kept (băm mật khẩu): PBKDF2 with SHA-256, a salt of its own each; "rounds.salt.hash".</summary>
public static class PasswordHash
{
    /// <summary>What OWASP asks of PBKDF2-HMAC-SHA256.</summary>
    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Of no password: checked when a name is unknown, so that the answer takes as long.</summary>
    private static readonly Lazy<string> Nobody = new(() => Of(Convert.ToHexString(RandomNumberGenerator.GetBytes(SaltBytes))));

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Rounds}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Derive(password, salt, Rounds))}");
    }

    /// <param name="hash">Null for an unknown name; it takes as long and is never right.</param>
    public static bool IsRight(string password, string? hash)
    {
        var parts = (hash ?? Nobody.Value).Split('.');
        var derived = Derive(password, Convert.FromBase64String(parts[1]), int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(parts[2])) && hash is not null
            && password.Length <= PasswordRules.Longest;
    }

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password[..Math.Min(password.Length, PasswordRules.Longest + 1)]
            .Normalize(), salt, rounds, HashAlgorithmName.SHA256, HashBytes);
}
