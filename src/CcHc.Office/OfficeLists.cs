using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.StatusReport;

namespace CcHc.Office;

/// <summary>The office's lists beside the registers (danh bạ, lịch nghỉ, chỉ tiêu), as their files say them.</summary>
/// <param name="Indicators">Null when the office keeps no chi-tieu.xlsx.</param>
internal sealed record OfficeLists(FallbackReading<DirectoryReading> Directory, FallbackReading<HolidayReading> Days,
    FallbackReading<IndicatorReading>? Indicators)
{
    public static async Task<OfficeLists> ReadAsync(SharedFolder folder, FallbackWorkbookReader reader, CancellationToken cancellationToken)
    {
        var directory = await ReadOneAsync(folder.DirectoryFile, DirectoryReader.Read);
        var days = await ReadOneAsync(folder.HolidaysFile, HolidayReader.Read);
        var keepsIndicators = await reader.IsKnownAsync(folder.IndicatorsFile, SharedFolder.IndicatorsFileName, cancellationToken);
        return new OfficeLists(directory, days, keepsIndicators ? await ReadOneAsync(folder.IndicatorsFile, content => IndicatorReader.Read(content)) : null);

        async Task<FallbackReading<T>> ReadOneAsync<T>(string path, Func<WorkbookContent, T> understand)
            where T : class
        {
            var name = folder.NameOf(path);
            var read = await reader.ReadAsync(path, name, understand, cancellationToken);
            return await reader.HoldAsync(read, 0, await reader.FindAsync(name, cancellationToken), understand, cancellationToken);
        }
    }

    public async Task KeepAsync(FallbackWorkbookReader reader, CancellationToken cancellationToken)
    {
        await reader.KeepAsync(Directory, 0, cancellationToken);
        await reader.KeepAsync(Days, 0, cancellationToken);
        if (Indicators is { } indicators)
        {
            await reader.KeepAsync(indicators, 0, cancellationToken);
        }
    }

    /// <summary>What was found about the files, and then in them.</summary>
    public IEnumerable<Finding> Findings =>
    [
        .. Directory.Findings, .. Directory.Content?.Findings ?? [],
        .. Days.Findings, .. Days.Content?.Findings ?? [],
        .. Indicators?.Findings ?? [], .. Indicators?.Content?.Findings ?? [],
    ];

    /// <summary>Nothing is known now of a list that may be read soon.</summary>
    public bool HasAwaited => Directory.IsAwaited || Days.IsAwaited || Indicators is { IsAwaited: true };

    public IEnumerable<SourceFile> Sources =>
        new[] { SourceOf(Directory), SourceOf(Days), Indicators is { } indicators ? SourceOf(indicators) : null }.OfType<SourceFile>();

    /// <summary>True when nothing in any of the files is otherwise.</summary>
    public bool IsSameAs(OfficeLists other) =>
        IsSame(Directory, other.Directory) && IsSame(Days, other.Days)
        && (Indicators is null ? other.Indicators is null : other.Indicators is not null && IsSame(Indicators, other.Indicators));

    private static bool IsSame<T>(FallbackReading<T> one, FallbackReading<T> other)
        where T : class => one.Content is not null && ReferenceEquals(one.Content, other.Content) && ReferenceEquals(one.Findings, other.Findings);

    private static SourceFile? SourceOf<T>(FallbackReading<T> read)
        where T : class => read.Content is null ? null : new SourceFile(read.Name, read.Hash, read.ReadAt, 0, read.IsEarlier);
}
