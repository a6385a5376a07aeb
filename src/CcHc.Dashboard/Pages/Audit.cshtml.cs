using CcHc.Adapters.Storage;
using CcHc.Dashboard.Access;
using CcHc.Dashboard.Office;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>Who did what when (nhật ký).</summary>
public sealed class AuditModel(AuditTrail audit, People people) : PageModel
{
    private const int PageSize = 100;

    public string Person { get; private set; } = "";

    public Found<AuditEntry> Found { get; private set; } = null!;

    public Pager Pager => Pager.Of(Found, "/Audit", Asked.Address(("nguoi", Person)));

    public IReadOnlyList<string> Known { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Person, var page) = (Request.Query.Word("nguoi"), Request.Query.Page());
        Known = [.. (await people.ListAsync(cancellationToken)).Select(person => person.Name)];
        Found = await Found<AuditEntry>.ReadAsync(
            await audit.CountAsync(Person, cancellationToken), page, PageSize, (skip, limit) => audit.ListAsync(Person, skip, limit, cancellationToken));
    }

    /// <summary>What was typed as a name and is none may be a password: only administrators see it.</summary>
    public bool MayShowPerson(AuditEntry entry) => !entry.Action.StartsWith("login-", StringComparison.Ordinal) || User.MayAct(PersonRole.Admin) || Known.Contains(entry.Person);
}
