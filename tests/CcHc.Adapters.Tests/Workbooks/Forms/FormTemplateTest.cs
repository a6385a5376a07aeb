using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Registers;
using static CcHc.Adapters.Tests.Workbooks.Drawing.SampleForm;

namespace CcHc.Adapters.Tests.Workbooks.Forms;

public class FormTemplateTest
{
    private static readonly string LongName = string.Join(' ', Enumerable.Repeat("Ban quản lý dự án đầu tư xây dựng", 6));

    private static readonly IReadOnlyList<FormFigure> WithWords =
        [.. Figures, Figure("CT20", IndicatorKind.Text, null) with { PreviousText = "- Đã ban hành\n- Đang lấy ý kiến" }];

    public static TheoryData<string, ReportForm> Forms => new()
    {
        { "as usual", Form() },
        { "no tasks", Form([]) },
        { "no figures", Form(figures: []) },
        { "one task", Form([Row(5)]) },
        { "a text like a formula", Form([Row(5, "=1+1"), Row(6, "- gạch đầu dòng"), Row(7, "  cách đầu dòng")]) },
        { "many tasks", Form([.. Enumerable.Range(5, 140).Select(row => Row(row, $"Nhiệm vụ {row} & <việc>", TaskProgress.Done, new(2026, 2, 3)))]) },
        { "words of the last period", Form(figures: WithWords) },
        { "a commune", Form(agency: Justice with { Code = "X1", Name = "UBND xã Hồ Xanh", Group = AgencyGroups.Communes }) },
        { "another commune", Form(agency: Justice with { Code = "X2", Name = "UBND xã Núi & Sông _x0041_ &P", Group = AgencyGroups.Communes }) },
        { "a name of several lines", Form(agency: Justice with { Code = "D", Name = LongName }) },
        { "a name like a formula", Form(agency: Justice with { Code = "=1", Name = "=Ban quản lý" }) },
        { "a committee of several lines", Form(agency: Justice with { Name = "UBND xã " + LongName, Group = AgencyGroups.Communes }) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void AFilledForm_IsCellByCellWhatDrawingItWouldGive(string name, ReportForm form)
    {
        var writer = new ReportFormWriter();
        // Whatever was written before leaves nothing behind.
        _ = Forms.Select(other => writer.ToLooseBytes((ReportForm)other[1])).Count(bytes => bytes.Length > 0);

        var filled = new WrittenWorkbook(writer.ToLooseBytes(form));

        Assert.Empty(filled.Complaints());
        var (expected, actual) = (SameWorkbook.Of(new WrittenWorkbook(ReportFormWriter.Drawn(form))), SameWorkbook.Of(filled));
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.Equal($"{name}: ", $"{name}: " + string.Join("; ", expected.Keys.SelectMany(part => Differences(expected[part], actual[part])).Take(3)));
    }

    private static IEnumerable<string> Differences(string expected, string actual) =>
        expected.Split('\n').Zip(actual.Split('\n')).Where(lines => lines.First != lines.Second).Select(lines => $"{lines.First} / {lines.Second}")
            .Concat(expected.Length == actual.Length ? [] : [$"{expected.Length} / {actual.Length} characters"]);

    [Fact]
    public void AFilledForm_SaysNothingOfTheAgencyTheTemplateWasDrawnFor()
    {
        var writer = new ReportFormWriter();
        var first = Form([Row(5, "Việc riêng của xã thứ nhất")], WithWords, Justice with { Code = "X1", Name = "UBND xã Hồ Xanh", Group = AgencyGroups.Communes });
        writer.ToLooseBytes(first);

        var second = new WrittenWorkbook(writer.ToLooseBytes(Form(figures: WithWords, agency: first.Agency with { Code = "X2", Name = "UBND xã Núi Cao" })));

        Assert.All(second.PartNames, part => Assert.DoesNotContain("xanh", second.Part(part).ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.All(second.PartNames, part => Assert.DoesNotContain("thứ nhất", second.Part(part).ToString(), StringComparison.Ordinal));
    }
}
