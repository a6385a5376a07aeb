using CcHc.Adapters.Files;

namespace CcHc.Dashboard.Pages.Registers;

/// <summary>A health workbook of ours on the share.</summary>
public sealed record HealthWorkbook(string Name, DateTimeOffset WrittenAt);

/// <summary>The latest register health workbook (sổ cảnh báo); which file that is decides this program, never a visitor.</summary>
public sealed class HealthWorkbooks(SharedFolder folder)
{
    /// <summary>A share that has gone away may take minutes to say so.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <returns>Null when there is none, or the share cannot be reached now.</returns>
    public async Task<HealthWorkbook?> LatestAsync(CancellationToken cancellationToken) =>
        await AskAsync(() => Latest() is { } file ? new HealthWorkbook(file.Name, file.LastWriteTimeUtc) : null, cancellationToken);

    /// <returns>Its name and bytes; null as above.</returns>
    public async Task<(string Name, byte[] Bytes)?> ReadLatestAsync(CancellationToken cancellationToken) =>
        await AskAsync<(string, byte[])?>(() => Latest() is { } file && PlainFile.Read(file.FullName) is { } bytes ? (file.Name, bytes) : null,
            cancellationToken);

    private FileInfo? Latest() => new DirectoryInfo(folder.Health) is { Exists: true } health
        ? health.EnumerateFiles("canh-bao-*.xlsx").Where(file => PlainFile.HasBytes(file.FullName)).OrderByDescending(file => file.LastWriteTimeUtc)
            .ThenByDescending(file => file.Name, StringComparer.Ordinal).FirstOrDefault()
        : null;

    private static async Task<T?> AskAsync<T>(Func<T?> question, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(question, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return default;
        }
    }
}
