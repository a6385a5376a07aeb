using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;

namespace CcHc.Core.Obligations;

/// <summary>How many obligations a register makes (số đầu việc): a few thousand rows that each name every agency and many days would be millions.</summary>
public static class RegisterWeight
{
    /// <summary>A hundred times what a province's plan makes.</summary>
    private const long MostObligations = 100_000;

    /// <summary>Null for a register that can be worked with.</summary>
    public static FindingTemplate? TooMuch(IReadOnlyList<InterpretedTask> tasks)
    {
        var obligations = tasks.Sum(task => (long)Math.Max(1, task.Deadline.Milestones.Count) * Math.Max(1, task.InRole(AgencyRole.Lead).Count));
        return obligations <= MostObligations
            ? null
            : new FindingTemplate(Severity.Error, "register-too-much",
                string.Create(CultureInfo.InvariantCulture,
                    $"Sổ này thành {obligations} đầu việc (nhiệm vụ × cơ quan × mốc thời gian), quá mức theo dõi được, nên không được dùng."),
                "Tách thành nhiều sổ, hoặc chỉ ghi cơ quan chủ trì và mốc thời gian thật sự phải nhắc.");
    }
}
