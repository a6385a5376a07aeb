using CcHc.Core.Findings;

namespace CcHc.Core.Registers;

/// <summary>Names a task in an address (mã nhiệm vụ): short, and as lasting as its key.</summary>
public static class TaskId
{
    public static string Of(RegisterTask task) => ShortCode.Of("task", task.Key) + ShortCode.Of(task.Key, "task");
}
