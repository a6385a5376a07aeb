using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>One's own name and password (tài khoản).</summary>
[ActionBy(UserRole.Viewer)]
public sealed class AccountModel(UserStore people, Login login) : PageModel
{
    public string? Said { get; private set; }

    public bool IsDone { get; private set; }

    public string RoleName => User.MayAct(UserRole.Admin) ? "Quản trị" : User.MayAct(UserRole.Operator) ? "Điều hành" : "Xem";

    public async Task OnPostAsync(string? current, string? newPassword, string? repeated, CancellationToken cancellationToken)
    {
        var person = (await people.FindAsync(User.NameOf(), cancellationToken))!;
        Said = !await login.ConfirmAsync(person, current ?? "", cancellationToken) ? "Mật khẩu hiện nay không đúng. Nhập sai 5 lần thì tên bị tạm khóa 15 phút."
            : newPassword != repeated ? "Hai lần nhập mật khẩu mới không giống nhau."
            : PasswordRules.Problem(newPassword ?? "", person.Name)?.Vietnamese;
        if (Said is null)
        {
            await people.SetPasswordAsync(person.Name, PasswordHash.Of(newPassword!), cancellationToken);
            // Every other session of this person ends; this one goes on.
            await HttpContext.SignInAsync(Login.Scheme, Roles.ToPrincipal((await people.FindAsync(person.Name, cancellationToken))!, Login.Scheme));
            (Said, IsDone) = ("Đã đổi mật khẩu.", true);
        }
    }
}
