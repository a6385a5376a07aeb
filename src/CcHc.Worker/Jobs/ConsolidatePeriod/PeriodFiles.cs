using CcHc.Adapters.Files;

namespace CcHc.Worker.Jobs.ConsolidatePeriod;

/// <summary>The files of one version (tệp của một bản tổng hợp): workbook and draft under one name. Nothing that lies there is ever replaced.</summary>
public sealed class PeriodFiles
{
    private const string WorkbookStart = "tong-hop-";
    private const string DocumentStart = "bao-cao-";

    private readonly IReadOnlyList<string> _added;

    private PeriodFiles(string workbook, string document, IReadOnlyList<string> added) => (Workbook, Document, _added) = (workbook, document, added);

    /// <summary>Full path.</summary>
    public string Workbook { get; }

    /// <summary>Full path.</summary>
    public string Document { get; }

    /// <summary>A name that is taken, because a database was restored or a run cut short, gets a number behind it.</summary>
    public static PeriodFiles Publish(string folder, string stem, byte[] workbook, byte[] document)
    {
        for (var number = 1; ; number++)
        {
            var files = Named(folder, number == 1 ? stem : FormattableString.Invariant($"{stem} ({number})"));
            if (IsFree(files.Workbook, workbook) && IsFree(files.Document, document))
            {
                return Publish(files, workbook, document);
            }
        }
    }

    /// <summary>Both, or where the second finds no room neither.</summary>
    private static PeriodFiles Publish(PeriodFiles files, byte[] workbook, byte[] document)
    {
        var book = AtomicFile.Add(files.Workbook, workbook);
        string? added = book.IsNew ? book.Path : null;
        try
        {
            var words = AtomicFile.Add(files.Document, document);
            var published = new[] { book, words }.Where(file => file.IsNew).Select(file => file.Path).ToList();
            added = null;
            return new PeriodFiles(book.Path, words.Path, published);
        }
        finally
        {
            if (added is not null)
            {
                File.Delete(added);
            }
        }
    }

    /// <summary>The files of a version written earlier; they may have been taken away since.</summary>
    public static PeriodFiles Of(SharedFolder folder, string outputName)
    {
        var workbook = Path.GetFullPath(outputName, folder.Output);
        return Named(Path.GetDirectoryName(workbook)!, Path.GetFileNameWithoutExtension(workbook)[WorkbookStart.Length..]);
    }

    /// <summary>Of a version that was not to be.</summary>
    public void TakeBack()
    {
        foreach (var file in _added)
        {
            File.Delete(file);
        }
    }

    private static PeriodFiles Named(string folder, string stem) =>
        new(Path.Combine(folder, $"{WorkbookStart}{stem}.xlsx"), Path.Combine(folder, $"{DocumentStart}{stem}.docx"), []);

    private static bool IsFree(string path, byte[] bytes) => !File.Exists(path) || AtomicFile.Holds(path, bytes);
}
