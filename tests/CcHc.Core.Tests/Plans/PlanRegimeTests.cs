using CcHc.Core.Deadlines;
using CcHc.Core.Plans;

namespace CcHc.Core.Tests.Plans;

/// <summary>The reporting regime of a plan, as lines an administrator can copy into jobs.yml.</summary>
public sealed class PlanRegimeTests
{
    [Theory]
    [InlineData("Các sở báo cáo định kỳ quý, 6 tháng và năm. Thời hạn báo cáo chậm nhất vào ngày 18 của tháng cuối kỳ báo cáo.", "quarterly 18, semiannual 18, annual 18")]
    [InlineData("Định kỳ hàng quý, 6 tháng, 9 tháng, cả năm báo cáo Chủ tịch UBND tỉnh (qua Sở Nội vụ).", "quarterly , semiannual , nine_months , annual ")]
    [InlineData("Định kỳ 6 tháng, 1 năm (trước ngày 20 của tháng cuối quý II, quý IV) các sở báo cáo kết quả.", "semiannual 19, annual 19")]
    [InlineData("Các sở thực hiện chế độ báo cáo hàng tháng về Sở Nội vụ trước ngày 25 hàng tháng.", "monthly 24")]
    [InlineData("Sở Nội vụ báo cáo kết quả kiểm tra sau mỗi đợt kiểm tra.", "")]
    public void Find_NamesReportsAndDays(string sentence, string reports) => Assert.Equal(
        reports,
        string.Join(", ",
            (PlanText.Read("IV. TỔ CHỨC THỰC HIỆN\n1. " + sentence).Regime?.Reports ?? []).Select(report => $"{Every(report.Every)} {report.DueDay}")));

    [Fact]
    public void Lines_GiveTheWindow_FromTheMonthBefore()
    {
        var reading =
            PlanText.Read(
                "Số: 142/KH-UBND\nIV. TỔ CHỨC THỰC HIỆN\nThời hạn báo cáo chậm nhất vào ngày 18 của tháng cuối kỳ báo cáo.\n- Báo cáo Quý I/2026: chốt số liệu tính từ ngày 15/12/2025 đến ngày 14/3/2026;");

        Assert.Equal(
            """
            regimes:
              - name: ke-hoach-142-kh-ubnd
                title: "Chế độ báo cáo theo văn bản số 142/KH-UBND"
                reports:
                  - every: quarterly
                    name: Báo cáo quý
                    window:
                      from: { day: 15, month: before_first }
                      to: { day: 14, month: last }
                    due_day: 18
            """.ReplaceLineEndings("\n"),
            string.Join('\n', PlanRegimeEntry.Lines(reading.Regime!, reading.Header)));
    }

    private static string Every(Recurrence every) => every switch
    {
        Recurrence.Monthly => "monthly",
        Recurrence.Quarterly => "quarterly",
        Recurrence.Semiannual => "semiannual",
        Recurrence.NineMonths => "nine_months",
        _ => "annual",
    };
}
