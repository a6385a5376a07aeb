namespace CcHc.Adapters.Storage.Users;

/// <summary>What is wrong with a password, in the administrator's words and in the office's.</summary>
public sealed record PasswordTrouble(string English, string Vietnamese);

/// <summary>What a password must be (quy tắc mật khẩu): long, and not made of the name or of a few signs.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int FewestSigns = 5;

    /// <returns>Null when it may be used.</returns>
    public static PasswordTrouble? Problem(string password, string name) =>
        password.Length < Shortest
            ? new(FormattableString.Invariant($"A password has at least {Shortest} signs."),
                FormattableString.Invariant($"Mật khẩu phải có ít nhất {Shortest} ký tự."))
            : password.Length > Longest
            ? new(FormattableString.Invariant($"A password has at most {Longest} signs."), FormattableString.Invariant($"Mật khẩu dài nhất {Longest} ký tự."))
            : name.Length > 0 && password.Contains(name, StringComparison.OrdinalIgnoreCase)
            ? new("A password must not contain the name.", "Mật khẩu không được chứa tên đăng nhập.")
            : password.Distinct().Count() < FewestSigns ? new("A password needs more different signs.", "Mật khẩu lặp lại quá ít ký tự.")
            : null;
}
