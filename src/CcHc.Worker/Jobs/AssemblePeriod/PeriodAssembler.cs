using System.Security.Cryptography;
using CcHc.Adapters.Documents;
using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Workbooks;
using CcHc.Adapters.Workbooks.Writing;
using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports;
using CcHc.Worker.Jobs.PeriodReports;
using CcHc.Worker.Jobs.ReadRegisters;

namespace CcHc.Worker.Jobs.AssemblePeriod;

/// <summary>Assembles one period from one snapshot of what came in, writes workbook and draft, and remembers what they said and were made of.</summary>
public sealed class PeriodAssembler(SharedFolder folder, PeriodMaterial material, ReportOutputs outputs)
{
    /// <summary>
    /// Every version is a new file. By itself it writes only what is new; asked by a person it always writes. What is written after a closing is compared with the frozen version.
    /// </summary>
    public async Task<AssembledPeriod> AssembleAsync(ReportPeriod period, OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var earlier = await outputs.ListAsync(period.Code, cancellationToken);
        var frozen = earlier.LastOrDefault(output => output.Kind == OutputKind.Closing);
        var inputs = await material.GatherAsync(period, reading, run.Today, cancellationToken) with
        {
            Version = earlier.Count + 1,
            IsClosing = run.Ask is { IsClosing: true },
            Frozen = frozen is null ? null : await outputs.FactsAsync(frozen, cancellationToken),
        };
        var report = PeriodReportAssembler.Assemble(inputs);
        var fingerprint = Fingerprint(inputs);
        if (run.DryRun || (run.Ask is null && earlier is [.., var last] && last.Inputs.SequenceEqual(fingerprint)))
        {
            return new AssembledPeriod(report, earlier.LastOrDefault(), false, "", "");
        }

        return await WriteAsync(report, inputs, fingerprint, frozen is not null, run, cancellationToken);
    }

    private async Task<AssembledPeriod> WriteAsync(
        PeriodReport report, PeriodInputs inputs, IReadOnlyList<string> fingerprint, bool isAfterClosing, JobContext run, CancellationToken cancellationToken)
    {
        var target = folder.ConsolidatedOf(SafeFileName.Of(inputs.Period.Code));
        var stem = FormattableString.Invariant($"{inputs.Period.Code}-v{inputs.Version}{(inputs.IsClosing ? "-chot" : "")}");
        using var workbook = new MemoryStream();
        PeriodWorkbookWriter.Write(report, workbook, target, folder.Shared);
        var draft = NarrativeReportWriter.ToBytes(report);

        var output = new StoredOutput
        {
            Period = inputs.Period.Code,
            Version = inputs.Version,
            Kind = inputs.IsClosing ? OutputKind.Closing : isAfterClosing ? OutputKind.AfterClosing : OutputKind.Draft,
            File = folder.OutputNameOf(Path.Combine(target, $"tong-hop-{stem}.xlsx")),
            Hash = Convert.ToHexStringLower(SHA256.HashData(workbook.GetBuffer().AsSpan(0, (int)workbook.Length))),
            Inputs = fingerprint,
        };
        // Recorded first: of two runs one gets the version, and a closed period has its bytes whatever happens to the file.
        await outputs.PutAsync(output, PeriodFactList.Of(report), workbook.GetBuffer().AsMemory(0, (int)workbook.Length), run.Ask?.Person ?? "hệ thống", run.Ask?.Reason ?? "", cancellationToken);
        var path = AtomicFile.Write(Path.Combine(target, $"tong-hop-{stem}.xlsx"), workbook.WriteTo);
        var document = AtomicFile.Write(Path.Combine(target, $"bao-cao-{stem}.docx"), stream => stream.Write(draft));
        return new AssembledPeriod(report, output, true, path, document);
    }

    /// <summary>What the report is made of; the day alone is nothing new.</summary>
    private static IReadOnlyList<string> Fingerprint(PeriodInputs inputs) =>
    [
        .. inputs.Registers.Select(source => $"{source.File} {source.Hash}").Order(StringComparer.Ordinal),
        .. inputs.Files.Select(file => $"{file.File} {file.Hash} {file.State}").Order(StringComparer.Ordinal),
    ];
}
