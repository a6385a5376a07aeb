using System.Reflection;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Tests.Auth;

public class AuditLabelsTest
{
    private const string Handler = "OnPost";

    [Fact]
    public void EveryActionOfThePages_HasItsWordsInBothLanguages()
    {
        var actions =
            (from page in typeof(AuditLabels).Assembly.GetTypes()
             where page.IsAssignableTo(typeof(PageModel)) && page.GetCustomAttribute<AllowAnonymousAttribute>() is null
             from method in page.GetMethods()
             where method.Name.StartsWith(Handler, StringComparison.Ordinal)
             let name = method.Name[Handler.Length..].Replace("Async", "", StringComparison.Ordinal)
             select $"{page.Name.Replace("Model", "", StringComparison.Ordinal)}.{(name.Length > 0 ? name : "post")}").ToList();

        Assert.True(actions.Count > 15);
        Assert.Empty(actions.Select(AuditLabels.Action).Except(ViewLocalizer.Known));
    }

    [Theory]
    [InlineData("login", "Đăng nhập")]
    [InlineData("login-refused", "Đăng nhập sai")]
    [InlineData("feed-x", "feed-x")]
    public void Action_HasWords_OrItsOwnCode(string action, string words) => Assert.Equal(words, AuditLabels.Action(action));
}
