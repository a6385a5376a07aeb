using CcHc.Core.Text;

namespace CcHc.Core.Registers.Tables;

/// <summary>Says which header was taken for which field (cách hiểu cột), so that a wrong guess is seen.</summary>
internal static class ColumnFindings
{
    private static readonly (RegisterField Field, string Name)[] Names =
    [
        (RegisterField.Number, "số thứ tự"),
        (RegisterField.General, "nhiệm vụ chung"),
        (RegisterField.Task, "nhiệm vụ"),
        (RegisterField.Product, "sản phẩm"),
        (RegisterField.Lead, "cơ quan chủ trì"),
        (RegisterField.Coordinating, "cơ quan phối hợp"),
        (RegisterField.Time, "thời gian"),
        (RegisterField.DueDate, "hạn"),
        (RegisterField.ExtendedTo, "gia hạn đến"),
        (RegisterField.Status, "tình trạng"),
        (RegisterField.CompletedOn, "ngày hoàn thành"),
        (RegisterField.Result, "kết quả"),
        (RegisterField.Note, "ghi chú"),
    ];

    /// <summary>What a field is called in a sentence.</summary>
    public static string NameOf(RegisterField field) => field switch
    {
        RegisterField.Time or RegisterField.DueDate => "thời hạn",
        RegisterField.Start => "ngày giao hoặc bắt đầu",
        _ => Array.Find(Names, named => named.Field == field).Name ?? "cột khác",
    };

    /// <returns>"“Việc cần làm” là nhiệm vụ; “Đơn vị” là cơ quan chủ trì", a line for each table that differs.</returns>
    public static string Of(IEnumerable<TableLayout> layouts) => string.Join('\n', layouts.Select(Of).Distinct(StringComparer.Ordinal));

    private static string Of(TableLayout layout) => string.Join("; ",
        from named in Names
        where layout.Columns.ContainsKey(named.Field)
        let header = layout.Headers.GetValueOrDefault(layout.Columns[named.Field].First)
        where !string.IsNullOrWhiteSpace(header)
        select $"“{VietnameseText.OneLine(header)}” là {named.Name}");
}
