using System.Text;
using System.Xml.Linq;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Sheets.LegacyFonts;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.Docx;

/// <summary>
/// Reads paragraphs (đoạn) as they will be once every tracked change is accepted: deleted and moved-away words are gone, comments and footnotes are no words of
/// the text.
/// </summary>
internal sealed class DocxParagraphs(DocxStyles styles, DocxNumbering numbering, DocumentBudget budget)
{
    private const int DeepestInline = 40;

    /// <summary>A text box as long as this holds a part of the plan, a shorter one is a stamp or a note beside it.</summary>
    private const int LeastBoxText = 200;

    private static readonly HashSet<string> Containers =
        new(StringComparer.Ordinal) { "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir" };

    // A deleted paragraph mark joins the words with those of the next paragraph.
    private readonly List<FontRun> _carried = [];

    /// <summary>The paragraph and what stands in its text boxes; nothing for one that only was deleted.</summary>
    public IEnumerable<PlanParagraph> Read(XElement paragraph, PlanPlace place)
    {
        var properties = paragraph.Child("pPr");
        var format = DocxFormat.Of(properties, null).Over(styles.OfParagraph(properties.Child("pStyle").Value()));
        var text = new Text(format);
        ReadInline(paragraph, text, 0);
        var mark = properties.Child("rPr");
        if (mark.Child("del") is not null || mark.Child("moveFrom") is not null)
        {
            _carried.AddRange(text.Runs);
            yield break;
        }

        var number = format.Numbering is { List: not ("" or "0") } list && (text.HasWords || _carried.Count > 0 || !text.HadDeletions)
            ? numbering.Next(list.List, list.Level) : "";
        var runs = _carried.Concat(text.Runs).ToList();
        _carried.Clear();
        var words = VietnameseText.Normalize(string.Concat(runs.Select(run => run.Text))).Trim();
        budget.CountText(words.Length);
        if (number.Length > 0)
        {
            runs.Insert(0, new FontRun(number + " ", null));
            words = words.Length == 0 ? number : $"{number} {words}";
        }

        if (words.Length > 0)
        {
            yield return new PlanParagraph(place, words)
            {
                IsBold = text.IsBold,
                IsCentered = format.Alignment == "center",
                Runs = runs.Exists(run => run.Font is not null) ? runs : null,
            };
        }

        foreach (var box in text.Boxes)
        {
            var inside = box.Children("p").SelectMany(inner => Read(inner, place)).ToList();
            var isAside = inside.Sum(inner => inner.Text.Length) < LeastBoxText;
            foreach (var inner in inside)
            {
                yield return inner with { IsAside = isAside };
            }
        }
    }

    private void ReadInline(XElement parent, Text text, int depth)
    {
        DocumentBudget.Refuse(depth > DeepestInline, "lồng nhau quá nhiều lớp");
        foreach (var child in parent.Elements())
        {
            if (child.Is("r"))
            {
                ReadRun(child, text, depth);
            }
            else if (Containers.Contains(child.Name.LocalName))
            {
                ReadInline(child, text, depth + 1);
            }
            else if (child.Is("del") || child.Is("moveFrom"))
            {
                text.HadDeletions = true;
            }
        }
    }

    private void ReadRun(XElement run, Text text, int depth)
    {
        var properties = run.Child("rPr");
        var format = DocxFormat.Of(null, properties).Over(styles.OfRun(properties.Child("rStyle").Value())).Over(text.Format);
        if (format.IsHidden == true || properties.Child("del") is not null)
        {
            return;
        }

        foreach (var part in run.Elements())
        {
            switch (part.Name.LocalName)
            {
                case "t":
                    text.Add(part.Value, format);
                    break;
                case "tab":
                case "ptab":
                    text.Add(" ", format);
                    break;
                case "br" when part.Of("type") is not ("page" or "column"):
                case "cr":
                    text.Add("\n", format);
                    break;
                case "noBreakHyphen":
                    text.Add("-", format);
                    break;
                case "sym":
                    text.Add("-", format);
                    break;
                case "drawing":
                case "pict":
                    text.Boxes.AddRange(BoxesIn(part));
                    break;
                case "AlternateContent":
                    // The same box for new and for old programs: one of the two is read.
                    text.Boxes.AddRange(BoxesIn(part.Child("Choice") ?? part));
                    break;
                case "object":
                    DocumentBudget.Refuse(depth > DeepestInline, "lồng nhau quá nhiều lớp");
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<XElement> BoxesIn(XElement drawing) =>
        drawing.Descendants()
            .Where(element => element.Is("txbxContent")
                && !element.Ancestors().TakeWhile(above => above != drawing).Any(above => above.Is("txbxContent") || above.Is("Fallback")));

    private sealed class Text(DocxFormat format)
    {
        public DocxFormat Format { get; } = format;
        public List<FontRun> Runs { get; } = [];
        public List<XElement> Boxes { get; } = [];
        public bool HadDeletions { get; set; }
        public bool HasWords => Runs.Exists(run => VietnameseText.HasWords(run.Text));
        public bool IsBold { get; private set; } = true;

        public void Add(string words, DocxFormat format)
        {
            IsBold &= format.IsBold == true || string.IsNullOrWhiteSpace(words);
            var font = LegacyFont.Of(format.Font);
            if (Runs.Count > 0 && Runs[^1].Font == font)
            {
                Runs[^1] = new FontRun(Runs[^1].Text + words, font);
            }
            else
            {
                Runs.Add(new FontRun(words, font));
            }
        }
    }
}
