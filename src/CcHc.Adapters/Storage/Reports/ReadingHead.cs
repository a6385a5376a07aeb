using CcHc.Core.Findings;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>A <see cref="SubmissionReading"/> as it is stored, without its rows (phần đầu của bản đọc).</summary>
internal sealed record ReadingHead(string File, string Hash, string? PeriodCode, string? AgencyCode, ReadingHead.Content? Submission,
    IReadOnlyList<Finding> Findings)
{
    public SubmissionReading Reading => new(File, Hash, PeriodCode, AgencyCode, Submission?.Of(this), Findings);

    internal sealed record Content(int Asked, int Answered)
    {
        public SubmissionContent Of(ReadingHead head) => new(head.File, head.Hash, head.PeriodCode ?? "", head.AgencyCode ?? "", [], [], [])
        {
            Asked = Asked, Answered = Answered,
        };
    }
}
