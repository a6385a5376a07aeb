using System.Collections.Concurrent;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>What was found wrong in dropped files and how much they answer (kết quả đọc tệp), kept once read: what a file said never changes.</summary>
public sealed class SkimmedFiles(SubmittedFiles files)
{
    /// <summary>Of a country's two last periods.</summary>
    private const int MostKept = 8192;

    private readonly ConcurrentDictionary<(string File, string Hash), SubmissionReading> _known = new();

    /// <inheritdoc cref="SubmittedFiles.SkimAsync"/>
    public async Task<IReadOnlyList<SubmittedFile>> OfAsync(IReadOnlyList<SubmittedFile> glanced, CancellationToken cancellationToken)
    {
        var readings = new Dictionary<(string File, string Hash), SubmissionReading>();
        foreach (var one in glanced)
        {
            if (_known.TryGetValue((one.File, one.Hash), out var reading))
            {
                readings[(one.File, one.Hash)] = reading;
            }
        }

        SubmittedFile[] fresh = [.. glanced.Where(one => !readings.ContainsKey((one.File, one.Hash)))];
        if (_known.Count + fresh.Length > MostKept)
        {
            _known.Clear();
        }

        foreach (var read in await files.SkimAsync(fresh, cancellationToken))
        {
            readings[(read.File, read.Hash)] = _known[(read.File, read.Hash)] = read.Reading;
        }

        return [.. glanced.Select(one => one with { Reading = readings[(one.File, one.Hash)] })];
    }
}
