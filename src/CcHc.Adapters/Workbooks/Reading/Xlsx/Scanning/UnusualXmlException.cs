namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>
/// A part holds something the scanner was not written for (thành phần ghi khác thường): it is read anew by the XML reader, which says whether anything is
/// wrong.
/// </summary>
internal sealed class UnusualXmlException : Exception
{
    public UnusualXmlException()
    {
    }

    public static void Unless(bool isUsual)
    {
        if (!isUsual)
        {
            throw new UnusualXmlException();
        }
    }
}
