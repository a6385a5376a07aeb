using System.Collections.Frozen;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Core.Findings;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Health;

/// <summary>What the office answered in a health workbook.</summary>
/// <param name="OfFindings">From the sheet Trả lời.</param>
/// <param name="OfReadings">From the sheet Cách hệ thống hiểu.</param>
/// <param name="Findings">Answers nobody can understand.</param>
public sealed record HealthAnswers(IReadOnlyList<PlacedAnswer> OfFindings, IReadOnlyList<PlacedAnswer> OfReadings, IReadOnlyList<Finding> Findings);

/// <summary>An answer, and what to tell when nothing has its code.</summary>
public sealed record PlacedAnswer(WrittenAnswer Answer, Finding WhenUnknown);

/// <summary>
/// Reads the answers (trả lời) back from a health workbook, whoever saved it with whatever program. Sheets are known by their headings; an empty answer beside
/// a day it was taken up on takes it back, an empty one without is no answer.
/// </summary>
public static class HealthAnswerReader
{
    private enum Column { Code, Answer, Confirmation, Note, Day }

    private static readonly FrozenDictionary<string, Column> Headers = new Dictionary<string, Column>(StringComparer.Ordinal)
    {
        [VietnameseText.Fold(AnswerColumns.Code)] = Column.Code,
        [VietnameseText.Fold(AnswerColumns.Answer)] = Column.Answer,
        [VietnameseText.Fold(AnswerColumns.Confirmation)] = Column.Confirmation,
        [VietnameseText.Fold(AnswerColumns.Note)] = Column.Note,
        [VietnameseText.Fold(AnswerColumns.Day)] = Column.Day,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static HealthAnswers Read(WorkbookContent workbook)
    {
        var findings = new List<Finding>();
        return new HealthAnswers(
            ReadSheet(workbook, Column.Answer, AnswerFindings.NotAnAcceptance, findings, verdict => verdict == Verdict.Right),
            ReadSheet(workbook, Column.Confirmation, AnswerFindings.NotAConfirmation, findings, _ => true),
            findings);
    }

    private static List<PlacedAnswer> ReadSheet(
        WorkbookContent workbook, Column answerColumn, Func<string, FindingTemplate> notUnderstood, List<Finding> findings, Predicate<Verdict> isAllowed)
    {
        var answers = new List<PlacedAnswer>();
        var table = ListTable<Column>.Find(workbook, header => Headers.TryGetValue(header, out var column) ? column : null, Column.Code, answerColumn);
        foreach (var row in table?.Rows() ?? [])
        {
            var words = row.Line(answerColumn);
            // A line of several spellings carries the code of each.
            var codes = row.Line(Column.Code).ToUpperInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                if (!row[Column.Day].IsBlank)
                {
                    answers.AddRange(codes.Select(code => Placed(code, Verdict.Withdrawn, "")));
                }
            }
            else if (AnswerParser.Read(words) is { } read && isAllowed(read.Verdict))
            {
                var note = string.Join("; ", new[] { read.Note, row.Line(Column.Note) }.Where(part => part.Length > 0));
                answers.AddRange(codes.DefaultIfEmpty("").Select(code => Placed(code, read.Verdict, note)));
            }
            else if (answerColumn == Column.Answer && ColumnAnswers.IsAnswer(words))
            {
                // "Cột E là thời hạn" answers a question about a column: the words themselves are what is remembered.
                answers.AddRange(codes.DefaultIfEmpty("").Select(code => Placed(code, Verdict.Right, words)));
            }
            else
            {
                findings.Add(row.At(answerColumn, notUnderstood(words)));
            }

            PlacedAnswer Placed(string code, Verdict verdict, string note) =>
                new(new WrittenAnswer(code, verdict, note), row.At(Column.Code, AnswerFindings.UnknownCode(code)));
        }

        return answers;
    }
}
