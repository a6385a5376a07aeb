using CcHc.Adapters.Documents;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Workbooks.Plans;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Plans;
using CcHc.Office;

namespace CcHc.Worker.Jobs.ImportPlans;

/// <summary>A plan whose bytes were copied and were never read before.</summary>
public sealed record WaitingPlan(string Name, WorkbookSnapshot Snapshot);

/// <summary>What lies in ke-hoach/.</summary>
/// <param name="NotYetReadable">Files that are locked or still being copied.</param>
public sealed record WaitingPlans(int Files, IReadOnlyList<WaitingPlan> Plans, int NotYetReadable);

/// <summary>Takes new plans in: reads a private copy, writes the draft, remembers the plan by its bytes.</summary>
public sealed class PlanIntake(SharedFolder folder, JobsFile settings, PlanImports imports)
{
    private static readonly WorkbookLimits Limits = new() { MaxFileBytes = PlanDocumentReader.MostBytes };

    /// <exception cref="IOException">The folder is there and cannot be listed: the share is away.</exception>
    public async Task<WaitingPlans> ListNewAsync(CancellationToken cancellationToken)
    {
        var files = PlanFolder.List(folder);
        var plans = new List<WaitingPlan>();
        var notYet = 0;
        foreach (var path in files)
        {
            var taken = await WorkbookSnapshot.TakeAsync(path, Limits);
            if (taken.Snapshot is not { } snapshot)
            {
                notYet += taken.IsTemporary ? 1 : 0;
            }
            else if (await imports.FindAsync(snapshot.Hash, cancellationToken) is null && plans.TrueForAll(plan => plan.Snapshot.Hash != snapshot.Hash))
            {
                plans.Add(new WaitingPlan(folder.NameOf(path), snapshot));
            }
        }

        return new WaitingPlans(files.Count, plans, notYet);
    }

    /// <returns>What became of each; nothing is written on a dry run.</returns>
    public async Task<IReadOnlyList<PlanImport>> ImportAsync(IReadOnlyList<WaitingPlan> plans, OfficeReading office, JobContext run,
        CancellationToken cancellationToken)
    {
        var agencies = new AgencyExpressions(office.Directory, run.Today);
        var imported = new List<PlanImport>();
        foreach (var plan in plans)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var import = Import(plan, office, agencies, run);
            if (run.DryRun || await imports.AddAsync(import, cancellationToken))
            {
                imported.Add(import);
            }
        }

        return imported;
    }

    private PlanImport Import(WaitingPlan plan, OfficeReading office, AgencyExpressions agencies, JobContext run)
    {
        var read = PlanDocumentReader.Read(plan.Snapshot.Bytes.ToArray(), Path.GetFileName(plan.Name));
        if (read.Document is not { } document)
        {
            return new PlanImport { Hash = plan.Snapshot.Hash, Path = plan.Name, Refusal = $"{read.Refusal!.Message} {read.Refusal.Remedy}" };
        }

        var review = PlanReview.Of(document, PlanReader.Read(document), agencies);
        var changes = PlanComparison.Find(review.Reading.Tasks, office.Tasks.Select(task => task.Task));
        var draft = "";
        if (!run.DryRun)
        {
            // Written twice it is written once: the same plan on the same day gives the same bytes.
            var bytes = PlanRegisterWriter.ToBytes(review, settings.ProvinceName, run.Today, changes);
            var target = Path.Combine(folder.PlanDrafts, SafeFileName.Of(Path.GetFileNameWithoutExtension(plan.Name)) + ".xlsx");
            draft = Path.GetFileName(AtomicFile.Add(target, bytes).Path);
        }

        return new PlanImport { Hash = plan.Snapshot.Hash, Path = plan.Name, Draft = draft, Tasks = review.Reading.Tasks.Count, Doubts = review.Doubts };
    }
}
