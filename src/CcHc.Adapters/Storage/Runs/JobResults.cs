using CcHc.Core.Jobs;

namespace CcHc.Adapters.Storage.Runs;

/// <summary>How results of runs are written in the database.</summary>
internal static class JobResults
{
    private static readonly string[] Codes = ["done", "done_with_findings", "partly", "failed"];

    public static string Code(JobResult result) => Codes[(int)result];

    public static JobResult Parse(string code) => (JobResult)Array.IndexOf(Codes, code);
}
