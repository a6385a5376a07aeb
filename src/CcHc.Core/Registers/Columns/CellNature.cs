namespace CcHc.Core.Registers.Columns;

/// <summary>What a cell's content looks like to the readers of this product (tính chất ô); several may hold at once.</summary>
[Flags]
internal enum CellNature
{
    None = 0,
    /// <summary>The deadline grammar, or a real date, gives it a time.</summary>
    Time = 1,
    /// <summary>One whole day and nothing else.</summary>
    Day = 2,
    Agency = 4,
    /// <summary>Several agencies, or a group of them.</summary>
    ManyAgencies = 8,
    Status = 16,
    /// <summary>A share of the work done: "40%".</summary>
    Share = 32,
    /// <summary>A tick, or a mark that says no.</summary>
    Tick = 64,
    Number = 128,
    DocumentNumber = 256,
    /// <summary>Words of a sentence: at least four.</summary>
    Sentence = 512,
    /// <summary>Begins with what one does: "Xây dựng …".</summary>
    Verb = 1024,
    /// <summary>Begins with what one hands in: "Kế hoạch", "Báo cáo …".</summary>
    Paper = 2048,
    /// <summary>Tells what was done: "Đã ban hành …".</summary>
    Told = 4096,
    Person = 8192,
    /// <summary>A ditto mark or a lone dash: says nothing of its column.</summary>
    Empty = 16384,
}
