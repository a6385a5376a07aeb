using CcHc.Adapters.Documents;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Plans;

/// <summary>
/// The plans that were read (kế hoạch) and a form to hand in another. A worker reads it: the page puts the file into ke-hoach/ and leaves the request.
/// </summary>
[RequestSizeLimit(MostBytes + FormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes + FormBytes)]
public sealed class PlansModel(PlanImports imports, RunQueue queue, SharedFolder folder, JobsFile settings) : PageModel
{
    /// <summary>The longest plans seen are under 1 MB; larger ones go into the folder by hand.</summary>
    public const int MostBytes = 20 << 20;

    private const int FormBytes = 64 << 10;

    public IReadOnlyList<PlanImport> Plans { get; private set; } = [];

    /// <summary>Null when jobs.yml has no job that reads plans.</summary>
    public string? ImportJob => settings.Jobs.FirstOrDefault(job => job is { Duty: JobDuty.ImportPlans, IsEnabled: true })?.Name;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Plans = await imports.ListAsync(cancellationToken: cancellationToken);

    public async Task<IActionResult> OnPostAsync(IFormFile? plan, CancellationToken cancellationToken)
    {
        if (ImportJob is not { } job)
        {
            this.TellTrouble("Chưa làm: jobs.yml không có công việc đọc kế hoạch.");
        }
        else if (plan is null || plan.Length == 0)
        {
            this.TellTrouble("Chưa nhận: hãy chọn một tệp kế hoạch.");
        }
        else if (plan.Length > MostBytes)
        {
            this.TellTrouble("Chưa nhận: tệp lớn hơn 20 MB, hãy chép thẳng vào thư mục ke-hoach.");
        }
        else if (!PlanDocumentReader.Endings.Contains(Path.GetExtension(plan.FileName), StringComparer.OrdinalIgnoreCase))
        {
            this.TellTrouble("Chưa nhận: chỉ nhận tệp Word (.docx), PDF hoặc văn bản (.txt).");
        }
        else
        {
            await KeepAsync(plan, job, cancellationToken);
        }

        return RedirectToPage("/Plans/Index");
    }

    private async Task KeepAsync(IFormFile plan, string job, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)plan.Length);
        await plan.CopyToAsync(bytes, cancellationToken);
        try
        {
            // A file of that name that is there already stays as it is.
            AtomicFile.Add(Path.Combine(folder.Plans, SafeFileName.OfFile(Path.GetFileName(plan.FileName))), bytes.ToArray());
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            this.TellTrouble("Chưa nhận: không ghi được vào thư mục ke-hoach, hãy báo quản trị viên.");
            return;
        }

        await queue.AskAsync(job, User.NameOf(), cancellationToken: cancellationToken);
        this.SetStatusMessage("Đã nhận tệp; dịch vụ đọc trong ít phút, sổ dự thảo hiện ở trang này.");
    }
}
