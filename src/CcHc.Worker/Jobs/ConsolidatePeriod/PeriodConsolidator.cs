using System.Security.Cryptography;
using CcHc.Adapters.Documents.Drafts;
using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Workbooks.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Office;

namespace CcHc.Worker.Jobs.ConsolidatePeriod;

/// <summary>Assembles one period from one snapshot of what came in, writes workbook and draft, and remembers what they said and were made of.</summary>
public sealed class PeriodConsolidator(SharedFolder folder, PeriodMaterial material, ReportOutputs outputs, ResultMailer results)
{
    /// <summary>More than one other run at a time is nobody's plan.</summary>
    private const int MostTries = 5;

    /// <summary>In detail lines.</summary>
    private const int LargeReport = 100_000;

    /// <summary>
    /// Every version is a new file. By itself it writes only what is new; asked by a person it always writes. What is written after a closing is compared with
    /// the frozen version.
    /// </summary>
    /// <exception cref="InvalidOperationException">The period is closed already, or others kept writing versions of it.</exception>
    public async Task<ConsolidatedPeriod> AssembleAsync(ReportPeriod period, OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            var earlier = await outputs.ListAsync(period.Code, cancellationToken);
            var frozen = earlier.LastOrDefault(output => output.Kind == OutputKind.Closing);
            var inputs = await material.GatherAsync(period, reading, run.Today, cancellationToken) with
            {
                Version = earlier.Count + 1,
                IsClosing = run.Command is { IsClosing: true },
                Frozen = frozen is null ? null : await outputs.FactsAsync(frozen, cancellationToken),
            };
            var report = PeriodReportAssembler.Assemble(inputs);
            var fingerprint = Fingerprint(inputs);
            if (run.DryRun || (run.Command is null && earlier is [.., var last] && last.Inputs.SequenceEqual(fingerprint)))
            {
                return earlier is [.., var known] ? new ConsolidatedPeriod(report, known, false, PeriodFiles.Of(folder, known.File))
                    : new ConsolidatedPeriod(report, null, false, null);
            }

            TidyMemoryAfter(report);
            if (await WriteAsync(report, inputs, fingerprint, frozen is not null, run, cancellationToken) is { } written)
            {
                return written;
            }
        }

        throw new InvalidOperationException($"Period {period.Code} was changed by others {MostTries} times while it was put together. Run it again.");
    }

    /// <returns>Null when another run was quicker, or other reports count since what is to be frozen was put together.</returns>
    private async Task<ConsolidatedPeriod?> WriteAsync(
        PeriodReport report, PeriodInputs inputs, IReadOnlyList<string> fingerprint, bool isAfterClosing, JobContext run, CancellationToken cancellationToken)
    {
        var target = folder.ConsolidatedOf(SafeFileName.Of(inputs.Period.Code));
        var stem = FormattableString.Invariant($"{inputs.Period.Code}-v{inputs.Version}{(inputs.IsClosing ? "-chot" : "")}");
        var (workbook, draft, facts) = (Draw(report, target), NarrativeReportWriter.ToBytes(report), PackedFacts.Of(PeriodFactList.Of(report)));
        TidyMemoryAfter(report);

        // Published first: what is remembered lies there. Remembering fails whole, and then the files go again.
        var files = PeriodFiles.Publish(target, stem, workbook, draft);
        var isRemembered = false;
        try
        {
            var output = new StoredOutput
            {
                Period = inputs.Period.Code,
                Version = inputs.Version,
                Kind = inputs.IsClosing ? OutputKind.Closing : isAfterClosing ? OutputKind.AfterClosing : OutputKind.Draft,
                File = folder.OutputNameOf(files.Workbook),
                Hash = Convert.ToHexStringLower(SHA256.HashData(workbook)),
                Inputs = fingerprint,
            };
            var closing = inputs.IsClosing
                ? new PeriodClosing(Counted(inputs), await results.ComposeAsync(report, output, files, run, cancellationToken)) : null;
            isRemembered = await outputs.PutAsync(output, facts, workbook, run.Command?.Person ?? "hệ thống", run.Command?.Reason
                ?? "", closing, cancellationToken);
            return isRemembered ? new ConsolidatedPeriod(report, output, true, files) : null;
        }
        finally
        {
            // Another run may have put the same bytes under the same name, and remembered them.
            if (!isRemembered
                && (await outputs.ListAsync(inputs.Period.Code, CancellationToken.None)).All(other => other.File != folder.OutputNameOf(files.Workbook)))
            {
                files.TakeBack();
            }
        }
    }

    // A country's report is put together, drawn and remembered one after another, and each step leaves behind as much as the report itself takes: the collector
    // by itself lets the steps' leavings stand beside each other. A province's are not worth stopping the service's other threads for.
    private static void TidyMemoryAfter(PeriodReport report)
    {
        if (report.Details.Count >= LargeReport)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    // Apart, so that what it was drawn into is gone before the report is remembered.
    private byte[] Draw(PeriodReport report, string target)
    {
        using var drawn = new MemoryStream();
        PeriodWorkbookWriter.Write(report, drawn, target, folder.Shared);
        return drawn.ToArray();
    }

    private static IReadOnlyCollection<(string File, string Hash)> Counted(PeriodInputs inputs) =>
        [.. inputs.Files.Where(file => file.State == SubmissionState.Accepted).Select(file => (file.File, file.Hash))];

    /// <summary>What the report is made of; the day alone is nothing new.</summary>
    private static IReadOnlyList<string> Fingerprint(PeriodInputs inputs) =>
    [
        .. inputs.Registers.Select(source => $"{source.File} {source.Hash}").Order(StringComparer.Ordinal),
        .. inputs.Files.Select(file => $"{file.File} {file.Hash} {file.State}").Order(StringComparer.Ordinal),
    ];
}
