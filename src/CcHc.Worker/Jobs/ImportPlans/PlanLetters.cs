using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Mail;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.ImportPlans;

/// <summary>
/// Tells the officers of each plan that was read (thư báo kế hoạch): how many tasks, how many places to look at, the draft beside it; or why it was refused.
/// </summary>
public sealed class PlanLetters(JobsFile settings, SharedFolder folder, PlanImports imports, MailQueue mailQueue, OutboxDispatcher dispatcher)
{
    private const string Kind = "plan-import";

    /// <returns>Letters queued. What could not be told today is told by the next run that may.</returns>
    public async Task<int> SendAsync(JobContext run, CancellationToken cancellationToken)
    {
        if (settings.Recipients.Results is not { Count: > 0 } officers || !await mailQueue.IsOpenAsync(run, cancellationToken))
        {
            return 0;
        }

        var queued = 0;
        foreach (var plan in (await imports.ListAsync(cancellationToken: cancellationToken)).Where(plan => !plan.IsTold).Reverse())
        {
            var draft = plan.Draft.Length > 0 ? SharedFile.ReadIfThere(Path.Combine(folder.PlanDrafts, plan.Draft)) : null;
            MailAttachment[] attached = draft is null ? [] : [new MailAttachment(plan.Draft, MediaTypes.Workbook, draft)];
            queued += await mailQueue.PutAsync(Kind, "", plan.Hash, officers, Write(plan), attached, run, cancellationToken) ? 1 : 0;
            await imports.MarkToldAsync(plan.Hash, cancellationToken);
        }

        if (queued > 0)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }

        return queued;
    }

    private Notice Write(PlanImport plan)
    {
        var name = Path.GetFileName(plan.Path);
        if (plan.Refusal.Length > 0)
        {
            return Notice.Draw(
                $"[CCHC {settings.ProvinceName}] Chưa đọc được kế hoạch {name}", OfficerGreeting.Of(settings), $"Chưa lập được sổ từ tệp {plan.Path}.",
                [("Lý do", [plan.Refusal])], LetterSignature.OfProgram(settings.ProvinceName));
        }

        var headline = string.Create(CultureInfo.InvariantCulture,
            $"{plan.Tasks} nhiệm vụ, {(plan.Doubts == 0 ? "không có chỗ nào cần xem" : $"{plan.Doubts} chỗ cần xem")}");
        return Notice.Draw(
            $"[CCHC {settings.ProvinceName}] Sổ dự thảo từ kế hoạch {name}: {headline}",
            OfficerGreeting.Of(settings),
            $"Đã lập sổ dự thảo du-thao/{plan.Draft} từ kế hoạch {plan.Path}: {headline}.",
            [
                ("Việc cần làm",
                [
                    "Xem trang Cần xem và trang Đối chiếu, sửa trang Nhiệm vụ nếu cần.",
                    "Khi đã đúng, chuyển tệp sang thư mục so-theo-doi; từ đó phần mềm bắt đầu theo dõi.",
                    "Nếu kế hoạch nêu chế độ báo cáo, trang Chế độ báo cáo có sẵn các dòng để quản trị viên chép vào jobs.yml.",
                ]),
            ],
            LetterSignature.OfProgram(settings.ProvinceName));
    }
}
