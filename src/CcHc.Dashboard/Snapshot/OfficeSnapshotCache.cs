using System.Threading.Channels;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Calendars;

namespace CcHc.Dashboard.Snapshot;

/// <summary>
/// The office as the worker last read it, kept in memory (bảng theo dõi đang xem): read again only when the worker left something new, or the day changed.
/// </summary>
public sealed class OfficeSnapshotCache(OfficeSnapshotStore store, JobsFile office, TimeProvider clock)
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Channel<OfficeStatus> _readAnew =
        Channel.CreateBounded<OfficeStatus>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private OfficeStatus? _now;

    /// <summary>Each one that was read because somebody looked; of several the last.</summary>
    public IAsyncEnumerable<OfficeStatus> ReadAnewAsync(CancellationToken cancellationToken) => _readAnew.Reader.ReadAllAsync(cancellationToken);

    /// <summary>The same one for everybody until something is new.</summary>
    public async Task<OfficeStatus> NowAsync(CancellationToken cancellationToken)
    {
        var (stamp, today) = (await store.StampAsync(cancellationToken), OfficeTime.DayOf(clock.GetUtcNow()));
        if (_now is { } known && known.Fingerprint == (stamp?.Fingerprint ?? "") && known.Today == today)
        {
            return known.TakenAt == stamp?.TakenAt ? known : _now = known with { TakenAt = stamp?.TakenAt };
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            // Of those who waited only the first one reads.
            if (_now is { } read && read.Fingerprint == (stamp?.Fingerprint ?? "") && read.Today == today)
            {
                return read;
            }

            var stored = await store.ReadAsync(cancellationToken);
            _now = OfficeStatus.Of(stored?.Board ?? OfficeSnapshot.Empty, stored?.Fingerprint ?? "", stored?.TakenAt, office, today);
            _readAnew.Writer.TryWrite(_now);
            return _now;
        }
        finally
        {
            _reading.Release();
        }
    }
}
