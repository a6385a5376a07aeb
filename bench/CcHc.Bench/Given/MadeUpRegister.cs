using System.Globalization;
using CcHc.Core.Registers;

namespace CcHc.Bench.Given;

/// <summary>
/// Registers of any length in the words of the sample province. No two tasks are alike, or registers would be taken for copies of each other.
/// </summary>
internal static class MadeUpRegister
{
    private static readonly string[] Header =
        ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Tình trạng", "Ghi chú"];

    /// <param name="number">Tells this register from others.</param>
    public static void Write(string path, int number, int rows) => RegisterWorkbook.Write(path, Rows(number, rows));

    private static IEnumerable<IReadOnlyList<string?>> Rows(int number, int rows)
    {
        yield return [string.Create(CultureInfo.InvariantCulture, $"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026 (sổ số {number})")];
        yield return [];
        yield return Header;
        var tasks = SampleProvince.Tasks;
        for (var i = 0; i < rows; i++)
        {
            var task = tasks[(number + i) % tasks.Count];
            yield return
            [
                (i + 1).ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{task.Text} (việc {i + 1} của khu vực {number})"),
                string.Join('\n', task.Products),
                task.LeadText,
                task.CoordinatingText,
                tasks[(number * 7 + i) % tasks.Count].TimeText,
                i % 9 == 0 ? "Hoàn thành" : i % 4 == 0 ? "Đang thực hiện" : null,
                null,
            ];
        }
    }
}
