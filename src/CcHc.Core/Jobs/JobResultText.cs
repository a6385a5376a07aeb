namespace CcHc.Core.Jobs;

/// <summary>How a run ended, as pages and letters say it (kết quả lần chạy); null: nobody wrote how yet.</summary>
public static class JobResultText
{
    public static string Of(JobResult? result) => result switch
    {
        null => "Đang chạy",
        JobResult.Done => "Xong",
        JobResult.DoneWithFindings => "Xong, có cảnh báo",
        JobResult.Partly => "Xong một phần",
        _ => "Không chạy được",
    };

    /// <summary>Within a sentence.</summary>
    public static string Within(JobResult? result) => char.ToLowerInvariant(Of(result)[0]) + Of(result)[1..];

    /// <summary>Behind a number of runs: "3 tốt, 1 hỏng".</summary>
    public static string Counted(JobResult? result) => result switch
    {
        null => "đang chạy hoặc bị ngắt",
        JobResult.Done => "tốt",
        JobResult.DoneWithFindings => "tốt, có cảnh báo",
        JobResult.Partly => "chưa trọn",
        _ => "hỏng",
    };
}
