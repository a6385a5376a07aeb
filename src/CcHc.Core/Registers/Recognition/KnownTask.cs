namespace CcHc.Core.Registers.Recognition;

/// <summary>A task as the last reading left it (nhiệm vụ đã biết), with the key its reminders carry for good.</summary>
/// <param name="GoneSince">The first day its row was not found; null while it is there. A row that comes back takes its key again.</param>
/// <param name="ReplacedOn">The day other words stood in its place, so that it could as well be another task; null when there was never a doubt.</param>
public sealed record KnownTask(string Key, TaskMark Mark, DateOnly? GoneSince = null, DateOnly? ReplacedOn = null)
{
    /// <summary>To be filled from where it is kept, which takes half as long as naming all parts at once.</summary>
    public KnownTask() : this("", new TaskMark())
    {
    }
}
