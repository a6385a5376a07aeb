using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Workbooks.Templates;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Snapshot;

namespace CcHc.Dashboard.Pages.Setup;

/// <summary>A step of setting up (việc cài đặt ban đầu), and how it is done while it is not.</summary>
public sealed record SetupStep(string Words, bool IsDone, string HowTo);

/// <summary>What a new office still has to do before it may be left alone (các việc cài đặt ban đầu); shown until all of it is done.</summary>
public sealed class SetupChecklist(JobsFile settings, MailSettings mail, UserStore users, AuditTrail audit, RunLog log)
{
    public async Task<IReadOnlyList<SetupStep>> StepsAsync(OfficeStatus office, CancellationToken cancellationToken)
    {
        var isAdminThere = (await users.ListAsync(cancellationToken)).Any(user => user is { Role: UserRole.Admin, IsDisabled: false });
        var isMailTested = mail.Mode == MailMode.Smtp && await audit.HasAsync(AuditTrail.MailTested, cancellationToken);
        return
        [
            new("Danh bạ có địa chỉ thư của mọi cơ quan", HasAddresses(office), "Điền cột Email trong danh-ba-co-quan.xlsx."),
            new("Lịch nghỉ năm nay đã đối chiếu", HasDaysOff(office), "Đối chiếu lich-nghi.xlsx với thông báo nghỉ lễ, tết rồi xóa chữ “đối chiếu”."),
            new("Sổ theo dõi đã được đọc", office is { TakenAt: not null, Board.Tasks.Count: > 0 }, "Đặt sổ vào so-theo-doi rồi cho chạy công việc đọc sổ."),
            new("Thư thử đã gửi được", isMailTested, "Khai báo máy chủ thư trong appsettings.json rồi chạy: cchc test-mail ĐỊA-CHỈ."),
            new("Đã có quản trị viên", isAdminThere, "Chạy: cchc user add TÊN --role admin."),
            new("Đã có bản sao lưu", await HasBackupAsync(cancellationToken), "Cho chạy công việc sao lưu, hoặc chạy: cchc backup TỆP."),
        ];
    }

    private static bool HasAddresses(OfficeStatus office)
    {
        var current = office.Board.Agencies.Where(agency => agency.ExistsOn(office.Today)).ToList();
        return current.Count > 0 && current.TrueForAll(agency => agency.Emails.Count > 0);
    }

    private static bool HasDaysOff(OfficeStatus office) =>
        office.Calendar.CoversYear(office.Today.Year) && !office.Board.Days.Any(day => day.Day.Year == office.Today.Year && HolidayMarks.IsToCompare(day.Note));

    private async Task<bool> HasBackupAsync(CancellationToken cancellationToken)
    {
        var runs = await log.LatestAsync(cancellationToken);
        return settings.Jobs.Any(job => job.Duty == JobDuty.Backup && runs.TryGetValue(job.Name, out var run) && run.Outcome?.Result == JobResult.Done)
            || await audit.HasAsync(AuditTrail.BackedUp, cancellationToken);
    }
}
