using System.Text.RegularExpressions;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>
/// Puts the cells of a table saved as text back into rows (xếp ô vào dòng). Such a text tells where each cell ends, not where a row does, and leaves out the
/// places of cells merged downwards: each row is the whole header long or one cell shorter, whichever way its cells fit their columns best.
/// </summary>
internal static partial class BarTable
{
    /// <summary>For each row, its cells by column; null at the column a merged cell above covers.</summary>
    public static IReadOnlyList<string?[]> Rows(IReadOnlyList<string> header, IReadOnlyList<string> cells)
    {
        var width = header.Count;
        var fields = header.Select(text => RegisterLayout.Recognise(text)?.Field).ToArray();
        // Each cell is compared with each column once, however many rows it might belong to.
        var fits = cells.Select(cell => new Lazy<double[]>(() => [.. fields.Select(field => Fit(field, cell))], isThreadSafe: false)).ToList();
        var best = new double[cells.Count + 1];
        var choice = new int[cells.Count + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        for (var at = 0; at < cells.Count; at++)
        {
            if (double.IsNegativeInfinity(best[at]))
            {
                continue;
            }

            // -1: no column is left out.
            for (var left = -1; left < width - 1; left++)
            {
                var length = left < 0 ? width : width - 1;
                if (at + length > cells.Count || (left >= 0 && at == 0))
                {
                    continue;
                }

                var score = best[at] + Score(fits, width, at, left) - (left < 0 ? 0 : left == 0 ? 0.1 : 0.8);
                if (score > best[at + length])
                {
                    best[at + length] = score;
                    choice[at + length] = left;
                }
            }
        }

        return Trace(cells, width, best, choice);
    }

    private static List<string?[]> Trace(IReadOnlyList<string> cells, int width, double[] best, int[] choice)
    {
        var rows = new List<string?[]>();
        var end = cells.Count;
        while (end > 0 && double.IsNegativeInfinity(best[end]))
        {
            end--;
        }

        for (; end > 0;)
        {
            var left = choice[end];
            var start = end - (left < 0 ? width : width - 1);
            var row = new string?[width];
            for (int column = 0, at = start; column < width; column++)
            {
                row[column] = column == left ? null : cells[at++];
            }

            rows.Add(row);
            end = start;
        }

        rows.Reverse();
        return rows;
    }

    private static double Score(IReadOnlyList<Lazy<double[]>> fits, int width, int at, int left)
    {
        var score = 0.0;
        for (var column = 0; column < width; column++)
        {
            if (column != left)
            {
                score += fits[at++].Value[column];
            }
        }

        return score;
    }

    /// <summary>How much a cell looks like what its column holds, from -1 to 1.</summary>
    private static double Fit(RegisterField? field, string cell)
    {
        var folded = VietnameseText.Fold(cell);
        if (folded.Length == 0)
        {
            return field is null or RegisterField.Note or RegisterField.Coordinating ? 0.2 : -0.2;
        }

        var isAgency = Agency().IsMatch(folded);
        var isTime = cell.Length <= 160 && Time().IsMatch(folded);
        return field switch
        {
            RegisterField.Number => TaskNumber.Read(cell).IsNone ? -1 : 1,
            RegisterField.Lead or RegisterField.Coordinating or RegisterField.Following => isAgency ? 1 : isTime || cell.Length > 200 ? -1 : -0.3,
            RegisterField.Time or RegisterField.DueDate => isTime ? 1 : isAgency || cell.Length > 200 ? -1 : -0.3,
            RegisterField.General => cell.Length <= 140 && !isAgency && !isTime && (TaskAreaParser.IsHeading(cell) || !char.IsDigit(cell[0])) ? 0.6 : -1,
            RegisterField.Task => isAgency && cell.Length < 60
                ? -1 : (TaskNumber.Cut(cell).Number.IsNone ? 0.1 : 0.6) + (cell.Length > 25 ? 0.3 : 0) - (isTime && cell.Length < 60 ? 0.6 : 0),
            RegisterField.Product => isTime && cell.Length < 40 ? -0.5 : ProductWords().IsMatch(folded) ? 0.6 : 0.1,
            _ => 0,
        };
    }

    [GeneratedRegex(@"^[-+ ]*(?:co quan |don vi )?(?:chu tri|phoi hop|thuc hien)? ?:? ?(?:cac )?(?:so[ ,]|ban[ ,]|ubnd|uy ban|van phong|thanh tra|cong an|"
        + @"bo chi huy|truong |dai |bao |co quan|don vi|phong |trung tam|cuc |kho bac|ngan hang|toa an|vien |hoi |lien doan|mat tran|thu truong|"
        + @"chu tich|giam doc|hdnd|tinh uy|huyen|cac huyen|dia phuong|bhxh|bao hiem)")]
    private static partial Regex Agency();

    [GeneratedRegex(@"\b(?:nam|quy|thang|ngay|tuan|thuong xuyen|dinh ky|hang|truoc|sau khi|theo (?:quy dinh|ke hoach|tien do|lo trinh|van ban|chi dao))\b|[0-9]/[0-9]")]
    private static partial Regex Time();

    [GeneratedRegex(@"^[-+ ]*(?:bao cao|ke hoach|quyet dinh|van ban|cong van|hoi nghi|lop|de an|nghi quyet|phuong an|danh muc|to trinh|thong bao|tai lieu|"
        + @"phan mem|he thong)")]
    private static partial Regex ProductWords();
}
