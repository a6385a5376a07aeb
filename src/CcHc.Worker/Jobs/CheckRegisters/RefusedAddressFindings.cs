using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.CheckRegisters;

/// <summary>Tells the office which addresses of its directory take no mail (địa chỉ không nhận thư).</summary>
internal static class RefusedAddressFindings
{
    /// <summary>An address the directory does not have any more was mended already and is passed over.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<RefusedAddress> refused, AgencyDirectory directory) =>
        from one in refused
        let agency = directory.ByCode(one.AgencyCode)
        where agency is not null && agency.Emails.Concat(agency.HeadEmails).Contains(one.Address, StringComparer.OrdinalIgnoreCase)
        select new Finding(
            one.IsHeld ? Severity.Warning : Severity.Error, "address-refused", SharedFolder.DirectoryFileName, null, null,
            $"{agency.Name}: thư gửi đến {one.Address} {(one.IsHeld ? "nhiều lần không đi được" : "bị từ chối")}, lần cuối ngày {Day(one.SettledAt)}. Máy chủ thư báo: {one.Error}",
            "Hỏi lại cơ quan, sửa địa chỉ trong danh bạ; nếu địa chỉ vẫn đúng, nhờ quản trị viên cho gửi lại thư trên trang theo dõi.");

    private static string Day(DateTimeOffset at) => Vietnamese.Day(OfficeTime.DayOf(at));
}
