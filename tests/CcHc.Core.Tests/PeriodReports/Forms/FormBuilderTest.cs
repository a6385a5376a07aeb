using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;
using static CcHc.Core.Tests.PeriodReports.Forms.SampleForms;

namespace CcHc.Core.Tests.PeriodReports.Forms;

public class FormBuilderTest
{
    private static readonly Agency Justice = Given.Justice with { Group = "Sở ngành" };
    private static readonly Agency HomeAffairs = Given.HomeAffairs with { Group = "Sở, ban, ngành" };
    private static readonly Agency Commune = new() { Code = "XA", Name = "UBND xã A", Group = "UBND xã" };
    private static readonly Agency School = new() { Code = "TRUONG", Name = "Trường A", Group = "Trường học" };
    private static readonly Agency Ended = new() { Code = "CU", Name = "UBND xã B", Group = "UBND cấp xã", ValidTo = new(2026, 3, 13) };

    [Fact]
    public void AgenciesOwing_AreThoseOfTheRegimesGroupsThatExistWhenTheWindowCloses() =>
        Assert.Equal(["XA", "STP", "SNV"], FormBuilder.AgenciesOwing(Period("2026-Q1"), [Commune, School, Ended, Justice, HomeAffairs])
            .Select(agency => agency.Code));

    [Theory]
    [InlineData("2026-03-13", true)]
    [InlineData("2026-03-14", false)]
    public void AgenciesOwing_TakesAnotherDayIfTold(string day, bool owes) =>
        Assert.Equal(owes, FormBuilder.AgenciesOwing(Period("2026-Q1"), [Ended], Given.Day(day)).Count == 1);

    [Fact]
    public void BuildAll_GivesEveryOwingAgencyAForm_InTheirOrder()
    {
        var forms = Build([Commune, Justice], [Owed(Task("Quý I/2026"), Justice), Owed(Task("Quý I/2026"), School)]);
        Assert.Equal([("XA", 0), ("STP", 1)], forms.Select(form => (form.Agency.Code, form.Rows.Count)));
        Assert.All(forms,
            form => Assert.Equal(("Tỉnh Mẫu", "2026-Q1", new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 10)),
                (form.ProvinceName, form.Period.Code, form.Due, form.IssuedOn)));
    }

    [Fact]
    public void BuildAll_ListsARowForEachMilestone_AsTheRegistersDo()
    {
        var tasks = new[]
        {
            Task("Tháng 3/2026").At("so-10.xlsx", "Phụ lục 01", 4),
            Task("- Báo cáo: tháng 3/2026\n- Kế hoạch: tháng 1/2026").At("so-2.xlsx", "Phụ lục 02", 9),
            Task("Tháng 1/2026").At("so-2.xlsx", "Phụ lục 01", 12),
            Task("Tháng 1/2026").At("so-2.xlsx", "Phụ lục 01", 7),
        };
        var form = Assert.Single(Build([Justice], [.. tasks.SelectMany(task => All(task, Justice))]));
        Assert.Equal(
            ["so-2.xlsx#Phụ lục 01#7", "so-2.xlsx#Phụ lục 01#12", "so-2.xlsx#Phụ lục 02#9 Kế hoạch", "so-2.xlsx#Phụ lục 02#9 Báo cáo",
                "so-10.xlsx#Phụ lục 01#4"],
            form.Rows.Select(row => $"{row.Assessed.Obligation.Task.Key} {row.Assessed.Obligation.Milestone.Label}".Trim()));
        Assert.Equal(form.Rows.Select(row => ObligationKey.Of(row.Assessed.Obligation)), form.Rows.Select(row => row.Key));
    }

    [Fact]
    public void BuildAll_CarriesOverWhatThatAgencyReported()
    {
        var one = Owed(Task("Quý I/2026"), Justice);
        var other = Owed(Task("Quý I/2026"), HomeAffairs);
        var before = Reported(TaskProgress.InProgress, "Đã trình");
        var previous = new PreviousReport(
            new Dictionary<string, ReportedTask> { [ObligationKey.Of(one.Obligation)] = before },
            new Dictionary<string, ReportedFigure> { ["CT01"] = new("CT01", 7, "", "", "Chỉ tiêu", "E5"),
                ["CT02"] = new("CT02", null, "tốt", "", "Chỉ tiêu", "E6") });
        var forms = Build(
            [Justice, HomeAffairs], [one, other], [Figure("CT01"), Figure("CT02") with { Kind = IndicatorKind.Text }],
            agency => agency == "STP" ? previous : PreviousReport.None);
        Assert.Same(before, Assert.Single(forms[0].Rows).Previous);
        Assert.Equal([(7, ""), (null, "tốt")], forms[0].Figures.Select(figure => (figure.Previous, figure.PreviousText)));
        Assert.Null(Assert.Single(forms[1].Rows).Previous);
        Assert.Equal([(null, ""), (null, "")], forms[1].Figures.Select(figure => (figure.Previous, figure.PreviousText)));
    }

    [Fact]
    public void BuildAll_AsksTheFiguresOfThePeriodAndTheGroup()
    {
        Indicator[] indicators =
        [
            Figure("CT01"),
            Figure("CT02") with { Groups = ["UBND cấp xã"] },
            Figure("CT03") with { From = new(2026, 6, 30) },
            Figure("CT04") with { RatioOf = ("CT01", "CT01"), Total = TotalRule.Ratio },
            Figure("CT05") with { RatioOf = ("CT01", "CT02"), Total = TotalRule.Ratio },
            Figure("CT06") with { RatioOf = ("CT03", "CT01"), Total = TotalRule.Ratio },
        ];
        var forms = Build([Justice, Commune], [], indicators);
        Assert.Equal("CT01 CT04", Codes(forms[0]));
        Assert.Equal("CT01 CT02 CT04 CT05", Codes(forms[1]));

        static string Codes(ReportForm form) => string.Join(' ', form.Figures.Select(figure => figure.Indicator.Code));
    }

    private static Indicator Figure(string code) => new() { Code = code, Name = "Chỉ tiêu " + code };

    private static IReadOnlyList<ReportForm> Build(
        IReadOnlyList<Agency> owing, IReadOnlyList<AssessedObligation> obligations, IReadOnlyList<Indicator>? indicators = null,
        Func<string, PreviousReport>? previousOf = null) =>
        FormBuilder.BuildAll(
            "Tỉnh Mẫu", Period("2026-Q1"), new(2026, 3, 20), new(2026, 3, 10), owing, obligations, indicators ?? [], previousOf ?? (_ => PreviousReport.None));
}
