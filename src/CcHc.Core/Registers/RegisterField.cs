namespace CcHc.Core.Registers;

/// <summary>What a column (cột) of a task register can hold.</summary>
public enum RegisterField
{
    /// <summary>A column known to be none of the others (kinh phí, địa điểm …).</summary>
    Other,
    Number,
    /// <summary>The field or general task (lĩnh vực, nhiệm vụ chung) written once for several rows.</summary>
    General,
    Task,
    Product,
    Lead,
    Coordinating,
    /// <summary>An agency that follows, checks or collects (theo dõi, tổng hợp); kept with its label.</summary>
    Following,
    Start,
    Time,
    DueDate,
    ExtendedTo,
    Status,
    CompletedOn,
    Result,
    Note,
    /// <summary>Place or attendees: the mark of a meeting schedule.</summary>
    Meeting,
}
