using System.Globalization;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// When a workbook was last saved by the program that made it (thời điểm lưu): office programs write it into the file, where it survives copying, zipping and
/// mailing, which the file system's own time does not.
/// </summary>
public static class SavedTime
{
    private const string CoreProperties = "docProps/core.xml";

    /// <summary>The earlier of the two: a copy is younger on the disk than its content, and some programs stamp their local time as if it were UTC.</summary>
    /// <returns>The file system's time where the file does not say; never a time after now.</returns>
    /// <param name="notBefore">Nor is this one or an earlier: a form carries its day of issue in itself until a program that keeps such times saves it.</param>
    /// <param name="now">A later time counts as this one.</param>
    public static DateTimeOffset Of(WorkbookSnapshot snapshot, DateTimeOffset notBefore, DateTimeOffset now)
    {
        var onDisk = new DateTimeOffset(snapshot.ChangedAtUtc, TimeSpan.Zero);
        DateTimeOffset?[] believed = [Inside(snapshot), onDisk];
        var earliest = believed.Where(time => time > notBefore).Min() ?? onDisk;
        return earliest <= now ? earliest : now;
    }

    private static DateTimeOffset? Inside(WorkbookSnapshot snapshot)
    {
        if (WorkbookFormats.Of(snapshot.Bytes.Span) != WorkbookFormat.Zip)
        {
            return null;
        }

        try
        {
            using var package = new Package(new MemoryStream(snapshot.Bytes.ToArray(), writable: false), new WorkbookBudget(WorkbookLimits.Default));
            using var xml = package.Open(CoreProperties);
            while (xml is not null && xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "modified" })
                {
                    return DateTimeOffset.TryParse(xml.ReadElementContentAsString(), CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var saved) ? saved : null;
                }
            }

            return null;
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or WorkbookRefusedException)
        {
            // Whoever reads the workbook says what is wrong with it.
            return null;
        }
    }
}
