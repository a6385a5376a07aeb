using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>Who may log in, and as what (người dùng). Nobody takes away their own rights here, and one administrator always stays.</summary>
[SeenBy(UserRole.Admin), ActionBy(UserRole.Admin)]
public sealed class UsersModel(UserStore people, TimeProvider clock) : PageModel
{
    private const int LongestFullName = 100;
    private const string LastAdmin = "Chưa làm: phải còn ít nhất một quản trị viên đăng nhập được.";
    private const string OneSelf = "Chưa làm: không tự hạ quyền hay khóa chính mình được, hãy nhờ quản trị viên khác.";

    public IReadOnlyList<User> Everybody { get; private set; } = [];

    public bool IsLocked(User person) => person.LockedUntil > clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Everybody = await people.ListAsync(cancellationToken);

    public Task<IActionResult> OnPostAddAsync(string? name, string? fullName, UserRole? role, string? password, string? repeated,
        CancellationToken cancellationToken) => ActAsync(async () =>
    {
        var wanted = UserStore.NameOf(name ?? "");
        var full = fullName?.Trim() ?? "";
        return !UserStore.IsName(wanted) ? "Chưa làm: tên đăng nhập có từ 1 đến 60 ký tự và không có khoảng trắng."
            : full.Length > LongestFullName ? "Chưa làm: họ tên quá dài."
            : role is not { } given || !Enum.IsDefined(given) ? "Chưa làm: chọn một vai trò."
            : PasswordTrouble(wanted, password, repeated) is { } trouble ? trouble
            : await people.AddAsync(wanted, full.Length > 0 ? full : wanted, given, PasswordHash.Of(password!), cancellationToken)
            ? null : "Chưa làm: tên đăng nhập này đã có người dùng.";
    });

    public Task<IActionResult> OnPostRoleAsync(string? name, UserRole? role, CancellationToken cancellationToken) => ActAsync(async () =>
        role is not { } given || !Enum.IsDefined(given) ? "Chưa làm: chọn một vai trò."
        : IsOneSelf(name) ? OneSelf
        : await people.SetRoleKeepingAdminAsync(name ?? "", given, cancellationToken) ? null : LastAdmin);

    public Task<IActionResult> OnPostDisableAsync(string? name, CancellationToken cancellationToken) => ActAsync(async () =>
        IsOneSelf(name) ? OneSelf : await people.DisableKeepingAdminAsync(name ?? "", cancellationToken) ? null : LastAdmin);

    public Task<IActionResult> OnPostEnableAsync(string? name, CancellationToken cancellationToken) => ActAsync(async () =>
        await people.SetDisabledAsync(name ?? "", false, cancellationToken) ? null : "Chưa làm: không có người dùng này.");

    public Task<IActionResult> OnPostPasswordAsync(string? name, string? newPassword, string? repeated, CancellationToken cancellationToken) =>
        ActAsync(async () =>
            IsOneSelf(name) ? "Chưa làm: đổi mật khẩu của mình ở trang Tài khoản."
            : PasswordTrouble(UserStore.NameOf(name ?? ""), newPassword, repeated) is { } trouble ? trouble
            : await people.SetPasswordAsync(name ?? "", PasswordHash.Of(newPassword!), cancellationToken) ? null : "Chưa làm: không có người dùng này.");

    private async Task<IActionResult> ActAsync(Func<Task<string?>> act)
    {
        if (await act() is { } trouble)
        {
            this.TellTrouble(trouble);
        }
        else
        {
            this.SetStatusMessage("Đã ghi.");
        }

        return RedirectToPage("/People");
    }

    private bool IsOneSelf(string? name) => UserStore.NameOf(name ?? "") == User.NameOf();

    private static string? PasswordTrouble(string name, string? password, string? repeated) =>
        password != repeated ? "Hai lần nhập mật khẩu mới không giống nhau." : PasswordRules.Problem(password ?? "", name)?.Vietnamese;
}
