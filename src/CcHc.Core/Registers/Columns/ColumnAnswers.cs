using System.Text.RegularExpressions;
using CcHc.Core.Findings;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Columns;

/// <summary>
/// What the office answered about columns (trả lời về cột): "cột E là thời hạn", "không dùng cột F". Remembered for the layout, whatever file has it.
/// </summary>
public sealed partial class ColumnAnswers(IReadOnlyDictionary<string, string> wordsByCode)
{
    private static readonly (RegisterField Field, Regex Words)[] Roles =
    [
        (RegisterField.Other, new("^(?:khong|bo qua|cot khac)")),
        (RegisterField.ExtendedTo, new("gia han|dieu chinh|han moi")),
        (RegisterField.CompletedOn, new("ngay (?:da )?(?:hoan thanh|xong)|thuc te|da hoan thanh")),
        (RegisterField.Start, new("ngay (?:giao|nhan|bat dau)|bat dau|ban hanh")),
        (RegisterField.Time, new("^(?:thoi )?han\\b|thoi gian|deadline|^han ")),
        (RegisterField.Coordinating, new("phoi hop")),
        (RegisterField.Lead, new("chu tri|thuc hien$|phu trach|dau moi")),
        (RegisterField.General, new("nhiem vu chung|linh vuc|nhom")),
        (RegisterField.Task, new("nhiem vu|cong viec|noi dung")),
        (RegisterField.Product, new("san pham|dau ra")),
        (RegisterField.Status, new("tinh trang|trang thai|tien do|ty le|phan tram")),
        (RegisterField.Result, new("ket qua")),
        (RegisterField.Note, new("ghi chu")),
        (RegisterField.Number, new("so thu tu|^stt$|^tt$")),
    ];

    public static ColumnAnswers None { get; } = new(new Dictionary<string, string>());

    /// <summary>The same for the same answers, so that readings can be told apart by it.</summary>
    public string Key { get; } = string.Join('\n', wordsByCode.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>Those of the office's answers that say what a column is.</summary>
    public static ColumnAnswers From(IEnumerable<FindingAnswer> answers)
    {
        var words = answers.Where(answer => IsAnswer(answer.Note)).ToDictionary(answer => answer.Code, answer => answer.Note, StringComparer.Ordinal);
        return words.Count == 0 ? None : new ColumnAnswers(words);
    }

    /// <summary>True for words that say what a column is.</summary>
    public static bool IsAnswer(string words) => Read(words).Any();

    /// <summary>The roles answered for a table's columns, by column; <see cref="RegisterField.Other"/> for one that is not to be used.</summary>
    internal IReadOnlyDictionary<int, RegisterField> Of(TableLayout layout)
    {
        var answered = new Dictionary<int, RegisterField>();
        if (wordsByCode.Count == 0)
        {
            return answered;
        }

        foreach (var column in layout.HeaderColumns.Select(header => header.Span.First))
        {
            if (wordsByCode.TryGetValue(CodeOf(layout, column), out var words))
            {
                foreach (var (letters, field) in Read(words))
                {
                    answered[letters is null ? column : NumberOf(letters)] = field;
                }
            }
        }

        return answered;
    }

    /// <summary>The code a question about a column is answered by: the same wherever the same headers stand in the same columns.</summary>
    internal static string CodeOf(TableLayout layout, int column) => ShortCode.Of(
        ["column", .. layout.HeaderColumns.Select(
            header => $"{CellName.ColumnLetters(header.Span.First)}={VietnameseText.Fold($"{header.Group} {header.Word}")}"), CellName.ColumnLetters(column)]);

    private static IEnumerable<(string? Letters, RegisterField Field)> Read(string words)
    {
        foreach (var part in VietnameseText.Fold(words).Split([';', '.', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (NotUsed().Match(part) is { Success: true } not)
            {
                yield return (Letters(not), RegisterField.Other);
            }
            else if (Sentence().Match(part) is { Success: true } said)
            {
                foreach (var (field, role) in Roles)
                {
                    if (role.IsMatch(said.Groups["role"].Value))
                    {
                        yield return (Letters(said), field);
                        break;
                    }
                }
            }
        }
    }

    private static string? Letters(Match match) => match.Groups["c"] is { Success: true, Value: var letters } ? letters.ToUpperInvariant() : null;

    private static int NumberOf(string letters) => letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);

    [GeneratedRegex(@"^(?:sai[,:]? )?(?:khong (?:dung|doc|lay)|bo qua|bo)(?: cot)?(?: (?<c>[a-z]{1,2}))?$|^(?:sai[,:]? )?cot (?<c>[a-z]{1,2}) (?:khong (?:dung|doc|phai)|bo qua).*$")]
    private static partial Regex NotUsed();

    [GeneratedRegex(@"^(?:dung[,:]? |sai[,:]? |phai )*(?:(?:cot )?(?<c>[a-z]{1,2}) )?(?:la|dung lam|phai la|=|:) ?(?:cot )?(?<role>[a-z ]{2,60})$")]
    private static partial Regex Sentence();
}
