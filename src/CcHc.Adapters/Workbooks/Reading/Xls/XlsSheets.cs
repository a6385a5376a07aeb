namespace CcHc.Adapters.Workbooks.Reading.Xls;

/// <summary>Looks over the sheets (trang tính) of an .xls before ExcelDataReader does: those at one place would be read as often as they are listed.</summary>
internal static class XlsSheets
{
    /// <summary>A file of the largest size has half as many when every record is empty.</summary>
    private const int MostRecords = 32 << 20;

    /// <param name="stream">The workbook stream; an empty one has no sheets.</param>
    /// <exception cref="WorkbookRefusedException">Sheets share their place, or one runs on into all others.</exception>
    public static void Check(ReadOnlyMemory<byte> stream)
    {
        var globals = XlsRecord.PartAt(stream, 0).Where(record => record.Kind is XlsRecord.BoundSheet or XlsRecord.Password).ToList();
        if (globals.Exists(record => record.Kind == XlsRecord.Password))
        {
            // What follows is enciphered, and refused as that.
            return;
        }

        var starts = globals.Select(record => record.Number(0)).ToList();
        Refuse(starts.Distinct().Count() != starts.Count, "nhiều trang tính nằm chung một chỗ");
        var records = 0;
        foreach (var _ in starts.SelectMany(start => XlsRecord.PartAt(stream, start)))
        {
            Refuse(++records > MostRecords, "các trang tính chồng lên nhau");
        }
    }

    private static void Refuse(bool isWrong, string what)
    {
        if (isWrong)
        {
            throw new WorkbookRefusedException(WorkbookFindings.Damaged(what));
        }
    }
}
