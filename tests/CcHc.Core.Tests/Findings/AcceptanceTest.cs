using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Findings;

public class AcceptanceTest
{
    [Theory]
    // What cannot be so stays open whatever is answered; what is only odd may be so.
    [InlineData(Severity.Error, "error-cell", false)]
    [InlineData(Severity.Error, "formula-without-value", false)]
    [InlineData(Severity.Error, "deadline-impossible-date", false)]
    [InlineData(Severity.Warning, "missing-lead", false)]
    [InlineData(Severity.Warning, "no-lead-column", false)]
    [InlineData(Severity.Warning, "unreadable-date", false)]
    [InlineData(Severity.Warning, "volatile-date", false)]
    [InlineData(Severity.Warning, "completed-in-future", false)]
    [InlineData(Severity.Warning, "green-row", true)]
    [InlineData(Severity.Warning, "duplicate-number", true)]
    [InlineData(Severity.Warning, "column-role-guessed", true)]
    [InlineData(Severity.Warning, "completed-before-start", true)]
    [InlineData(Severity.Info, "struck-through", true)]
    public void IsPossible_OfWhatMayBeSo(Severity severity, string code, bool isPossible) =>
        Assert.Equal(isPossible, Acceptance.IsPossible(new FindingTemplate(severity, code, "Lời", "Cách sửa").At("so.xlsx", "Trang", "A1")));
}
