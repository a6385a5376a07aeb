using System.Text;
using System.Xml;

namespace CcHc.Adapters.Workbooks.Drawing.Templates;

/// <summary>Rows written apart from the sheet they go into (bộ đệm dòng).</summary>
internal static class RowsBuffer
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        ConformanceLevel = ConformanceLevel.Fragment,
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.None,
    };

    /// <param name="models">Style numbers by model row, then by column.</param>
    public static ReadOnlyMemory<byte> Of(IReadOnlyList<string[]> models, Action<SheetRowsXml> write)
    {
        var buffer = new MemoryStream(64 * 1024);
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            write(new SheetRowsXml(xml, models));
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
