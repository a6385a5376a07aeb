using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>A task while its rows are being read: the first row opens it, further rows add to it.</summary>
internal sealed class TaskDraft
{
    public required TableRow Row { get; init; }

    /// <summary>The first header row of its table: tables of one sheet number their tasks each for itself.</summary>
    public required int Table { get; init; }
    public required TaskNumber Number { get; init; }
    public required string SectionKey { get; init; }
    public required string Section { get; init; }
    public required TaskArea Area { get; init; }
    public required string AreaLead { get; init; }
    public required string Text { get; set; }
    public required string TaskCell { get; init; }

    /// <summary>Set where one number stands for several rows: what tells this one apart.</summary>
    public string Share { get; init; } = "";
    public List<string> Products { get; } = [];
    public List<string> Leads { get; } = [];
    public List<string> Coordinating { get; } = [];
    public List<string> Times { get; } = [];
    public List<string> Results { get; } = [];
    public List<string> Notes { get; } = [];
    public string LeadCell { get; set; } = "";
    public string TimeCell { get; set; } = "";
    public string StatusText { get; set; } = "";
    public TaskProgress Status { get; set; }
    public DateOnly? DueDate { get; set; }
    public DateOnly? ExtendedTo { get; set; }
    public DateOnly? CompletedOn { get; set; }
    public bool IsDoneByDayAlone { get; set; }
    public DateOnly? DoneThrough { get; set; }
    public bool MayBeDone { get; set; }
    public string? CompletedCell { get; set; }
    public string? StatusCell { get; set; }
    public string? ExtendedCell { get; set; }
    public bool HasLegacyText { get; set; }

    /// <summary>Its row names no lead; the heading above does.</summary>
    public bool HasLeadOfHeading { get; set; }

    public string LeadText => string.Join('\n', Leads);

    public string TimeText => string.Join('\n', Times);

    public string FoldedText => VietnameseText.Fold(Text);

    /// <summary>Adds words once, a merged cell seen from each of its rows says one thing; a lone dash says nothing.</summary>
    public static void AddOnce(List<string> lines, string words)
    {
        if (VietnameseText.HasWords(words) && !lines.Contains(words))
        {
            lines.Add(words);
        }
    }
}
