namespace CcHc.Adapters.Workbooks;

/// <summary>
/// Looks over the sheets (trang tính) of an .xls before ExcelDataReader does, which believes what they tell: one of two billion rows would keep it counting, and sheets at
/// one place would be read as often as they are listed.
/// </summary>
internal static class XlsSheets
{
    private const int LastRow = 65_536;

    /// <summary>A file of the largest size has half as many when every record is empty.</summary>
    private const int MostRecords = 32 << 20;

    /// <param name="stream">The workbook stream of the newer kind of .xls; an empty one, of the older kind, counts its rows in two bytes.</param>
    /// <exception cref="WorkbookRefusedException">They tell what cannot be.</exception>
    public static void Check(ReadOnlyMemory<byte> stream)
    {
        var starts = XlsRecord.PartAt(stream, 0).Where(record => record.Kind == XlsRecord.BoundSheet).Select(record => record.Number(0)).ToList();
        Refuse(starts.Distinct().Count() != starts.Count, "nhiều trang tính nằm chung một chỗ");
        var records = 0;
        foreach (var record in starts.SelectMany(start => XlsRecord.PartAt(stream, start, withInner: true)))
        {
            Refuse(++records > MostRecords, "các trang tính chồng lên nhau");
            Refuse(record.Kind == XlsRecord.Dimensions && record.Number(4) is (< 0 or > LastRow), "kích thước trang tính khai sai");
        }
    }

    private static void Refuse(bool isWrong, string what)
    {
        if (isWrong)
        {
            throw new WorkbookRefusedException(WorkbookRemarks.Damaged(what));
        }
    }
}
