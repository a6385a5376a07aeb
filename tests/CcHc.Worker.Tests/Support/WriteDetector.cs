using System.Collections.Concurrent;

namespace CcHc.Worker.Tests.Support;

/// <summary>Hears of everything that is made, written, renamed, deleted or given another time or right below a folder.</summary>
internal sealed class WriteDetector : IDisposable
{
    private const string Marker = "nghe-thay-chua";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _heard = [];
    private readonly TaskCompletionSource _heardMarker = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FileSystemWatcher _watcher;

    public WriteDetector(string folder)
    {
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter =
                NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes
                    | NotifyFilters.Security | NotifyFilters.CreationTime,
        };
        _watcher.Created += (_, change) => Hear(change);
        _watcher.Changed += (_, change) => Hear(change);
        _watcher.Deleted += (_, change) => Hear(change);
        _watcher.Renamed += (_, change) => Hear(change);
        _watcher.Error += (_, failure) => _heard.Enqueue(failure.GetException().Message);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Everything there was to hear, by its name below the folder, each once.</summary>
    public async Task<IReadOnlyList<string>> HeardAsync()
    {
        // News comes in order: with that of this file everything before it is there.
        File.WriteAllText(Path.Combine(_watcher.Path, Marker), "");
        await _heardMarker.Task.WaitAsync(Patience);
        return [.. _heard.Distinct().Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _watcher.Dispose();

    private void Hear(FileSystemEventArgs change)
    {
        if (change.Name == Marker)
        {
            _heardMarker.TrySetResult();
            return;
        }

        _heard.Enqueue(change.Name!);
    }
}
