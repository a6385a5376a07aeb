using CcHc.Core.Obligations;
using CcHc.Core.Text;

namespace CcHc.Core.Forms;

/// <summary>How a form prints an obligation (lời ghi trong biểu mẫu).</summary>
public static class FormWords
{
    public static string TaskOf(Obligation obligation) => VietnameseText.OneLine(obligation.Task.Text);

    /// <summary>The product of this milestone; all of the task's when it has only one milestone.</summary>
    public static string ProductOf(Obligation obligation) => VietnameseText.OneLine(obligation.Milestone.Label ?? string.Join("; ", obligation.Task.Products));
}
