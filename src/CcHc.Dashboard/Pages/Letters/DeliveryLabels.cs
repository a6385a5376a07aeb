using CcHc.Adapters.Storage.Outbox;

namespace CcHc.Dashboard.Pages.Letters;

/// <summary>States of a delivery as pages say them (tình trạng thư).</summary>
public static class DeliveryLabels
{
    public static string Label(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "chờ gửi",
        DeliveryState.Sending => "đang gửi",
        DeliveryState.Sent => "đã gửi",
        DeliveryState.TryLater => "sẽ gửi lại",
        DeliveryState.Refused => "bị từ chối",
        DeliveryState.Unknown => "chưa rõ đã đến chưa",
        _ => "tạm giữ",
    };
}
