using System.Text.RegularExpressions;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Recognition;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>The narrative of a filled form.</summary>
/// <param name="Sections">Those with an answer, in the form's order.</param>
/// <param name="Sheet">Where the headings stand; null when no sheet has them.</param>
internal sealed record NarrativeReading(IReadOnlyList<ReportedSection> Sections, Sheet? Sheet, int FirstRow, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads the narrative sheet (thuyết minh): an answer is all the text below its heading, in the heading's column, to the next heading or the signature. What
/// stands beside it is the form's own hints.
/// </summary>
internal static partial class NarrativeReader
{
    private const int LongestHeading = 200;
    private const double EnoughAlike = 0.6;
    private const double EnoughWithItsNumber = 0.3;

    /// <summary>
    /// A whole cell that begins the end of the paper, below the last answer: "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "PHÓ CHỦ TỊCH", "Nơi nhận:".
    /// </summary>
    [GeneratedRegex("^(?:(?:(?:kt|tl|tuq|q) )?(?:pho )?(?:thu truong(?: co quan| don vi)?|giam doc|chu tich|truong ban|chanh van phong|chanh thanh tra|nguoi dung dau)|tm (?:uy ban nhan dan|ubnd)(?: .{1,40})?|ky ten dong dau|noi nhan)$")]
    private static partial Regex SignatureWords();

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi"];


    public static NarrativeReading Read(WorkbookContent workbook)
    {
        // Two headings make a narrative; one line of them may stand in any text.
        var known = new KnownHeadings();
        var found = workbook.Sheets.OrderBy(sheet => sheet.IsHidden)
            .Select(sheet => (Sheet: sheet, Headings: HeadingsIn(sheet, known)))
            .Where(one => one.Headings.Select(heading => heading.Section).Distinct().Count() > 1)
            .OrderByDescending(one => one.Headings.Count)
            .FirstOrDefault();
        if (found.Sheet is null)
        {
            return new NarrativeReading([], null, 0, [NarrativeFindings.Missing.At(workbook.Path, null, null)]);
        }

        var findings = new List<Finding>();
        if (found.Sheet.IsHidden)
        {
            findings.Add(SubmittedFileFindings.HiddenSheetRead.At(workbook.Path, found.Sheet.Name, null));
        }

        var sections = Answers(workbook.Path, found.Sheet, found.Headings, findings);
        var silent = FormLayout.Sections.Where((_, i) => sections.All(section => section.Section != i)).ToList();
        if (silent.Count > 0)
        {
            findings.Add(NarrativeFindings.Blank(silent).At(workbook.Path, found.Sheet.Name, null));
        }

        return new NarrativeReading(sections, found.Sheet, found.Headings[0].Row, findings);
    }

    private static List<ReportedSection> Answers(string file, Sheet sheet, List<Heading> headings, List<Finding> findings)
    {
        var texts = new Dictionary<int, (List<string> Lines, string Cell)>();
        var (at, hasEnded) = (-1, false);
        foreach (var row in sheet.Rows.Where(row => row.Number >= headings[0].Row))
        {
            foreach (var cell in row.Cells)
            {
                var name = CellName.Of(row.Number, cell.Column);
                if (at + 1 < headings.Count && headings[at + 1] is var next && (next.Row, next.Column) == (row.Number, cell.Column))
                {
                    at++;
                    Add(next.Rest, name);
                }
                else if (at < 0 || hasEnded || cell.Column != headings[at].Column)
                {
                    continue;
                }
                else if (SignatureWords().IsMatch(FormText.Words(cell.Text)))
                {
                    hasEnded = at == headings.Count - 1;
                }
                else if (cell.Kind == CellKind.Error)
                {
                    findings.Add(RegisterFindings.ErrorCell(cell.Text).At(file, sheet.Name, name));
                }
                else
                {
                    Add(cell.IsBlank ? "" : VietnameseText.Normalize(cell.Text).Trim(), name);
                }
            }
        }

        return [.. texts.OrderBy(one => one.Key).Select(one => new ReportedSection(one.Key, string.Join('\n', one.Value.Lines), sheet.Name, one.Value.Cell))];

        void Add(string text, string cell)
        {
            if (text.Length == 0)
            {
                return;
            }

            var section = headings[at].Section;
            if (!texts.TryGetValue(section, out var answer))
            {
                texts[section] = answer = ([], cell);
            }

            answer.Lines.Add(text);
        }
    }

    private static List<Heading> HeadingsIn(Sheet sheet, KnownHeadings known) =>
    [
        .. from row in sheet.Rows
           from cell in row.Cells
           where cell.Kind == CellKind.Text
           let heading = HeadingOf(row.Number, cell, known)
           where heading is not null
           select heading,
    ];

    private static Heading? HeadingOf(int row, SheetCell cell, KnownHeadings known)
    {
        var lines = VietnameseText.Normalize(cell.Text).Trim().Split('\n', 2);
        if (lines[0].Length > LongestHeading)
        {
            return null;
        }

        var (number, words) = Numbered(lines[0]);
        var (section, score) = known.MostAlike(words);
        return score >= EnoughAlike || (score >= EnoughWithItsNumber && number == section)
            ? new Heading(section, row, cell.Column, lines.Length > 1 ? lines[1].Trim() : "")
            : null;
    }

    /// <summary>"I. Công tác chỉ đạo" is 0 and "cong tac chi dao"; -1 without a roman numeral.</summary>
    private static (int Number, string Words) Numbered(string line)
    {
        var words = FormText.Words(line);
        return Numeral().Match(words) is { Success: true } match ? (Array.IndexOf(Roman, match.Groups[1].Value), words[match.Length..]) : (-1, words);
    }

    [GeneratedRegex("^(i{1,3}|iv|vi?) ")]
    private static partial Regex Numeral();

    /// <summary>The form's own headings, their words looked at once for all cells of a workbook.</summary>
    private sealed class KnownHeadings
    {
        private readonly TextLikeness _likeness = new();
        private readonly long[][] _pairs;

        public KnownHeadings() => _pairs = [.. FormLayout.Sections.Select(section => _likeness.Pairs(Numbered(section).Words))];

        public (int Section, double Score) MostAlike(string words)
        {
            var read = _likeness.Pairs(words);
            return _pairs.Select((heading, i) => (Section: i, Score: TextLikeness.Of(heading, read))).MaxBy(one => one.Score);
        }
    }

    /// <param name="Rest">What was typed into the heading's own cell, below it.</param>
    private sealed record Heading(int Section, int Row, int Column, string Rest);
}
