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
        var skimmed = glanced.Select(one => _known.TryGetValue((one.File, one.Hash), out var reading) ? one with { Reading = reading } : null).ToList();
        SubmittedFile[] fresh = [.. glanced.Where((_, place) => skimmed[place] is null)];
        var read = (await files.SkimAsync(fresh, cancellationToken)).GetEnumerator();
        if (_known.Count + fresh.Length > MostKept)
        {
            _known.Clear();
        }

        for (var place = 0; place < skimmed.Count; place++)
        {
            if (skimmed[place] is null && read.MoveNext())
            {
                skimmed[place] = read.Current;
                _known[(read.Current.File, read.Current.Hash)] = read.Current.Reading;
            }
        }

        return [.. skimmed.OfType<SubmittedFile>()];
    }
}
