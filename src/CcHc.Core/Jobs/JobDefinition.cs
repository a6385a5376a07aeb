namespace CcHc.Core.Jobs;

/// <summary>The duties a job can have.</summary>
public enum JobDuty { RemindAgencies, AssembleReport, CheckRegisters }

/// <summary>One job (công việc) of jobs.yml.</summary>
/// <param name="Name">The office's own name for it, unique.</param>
public sealed record JobDefinition(string Name, JobDuty Duty);
