using CcHc.Core.Findings;
using CcHc.Core.Sheets;

namespace CcHc.Core.Text;

/// <summary>Repairs one sheet (trang tính): weighs all its cells first, then decides each by its own words and, where they leave it open, by the sheet's.</summary>
internal sealed class LegacySheetRepair(Sheet sheet, LegacyCells fonts, LegacyWords[] encodings)
{
    /// <summary>Different words that must speak for an encoding before letters alone decide.</summary>
    private const int LeastDistinctWords = 4;

    /// <summary>How many words must speak for an encoding for each one that is no word in it.</summary>
    private const int LegacyPerOdd = 4;

    private const int CellsNamed = 20;

    private readonly LegacyEvidence[] _byFont = new LegacyEvidence[encodings.Length];
    private readonly List<(string Cell, string Text)> _unsure = [];
    private readonly Dictionary<LegacyEncoding, (int Cells, string Before, string After)> _byLetters = [];
    private (int Cells, string Before, string After) _byFonts;
    private LegacyWords? _ofLetters;
    private LegacyEvidence _letters;
    private bool _isDecidedByLetters;

    private enum Verdict { Leave, Convert, ConvertWords, Unsure }

    public Sheet Repair()
    {
        WeighFonts();
        WeighLetters();
        return sheet with { Rows = [.. sheet.Rows.Select(Repair)] };
    }

    public IEnumerable<(Remark Remark, string? Cell)> Remarks()
    {
        if (_byFonts.Cells > 0)
        {
            yield return (LegacyTextRemarks.ConvertedByFont(_byFonts.Cells, _byFonts.Before, _byFonts.After), null);
        }

        foreach (var (encoding, (cells, before, after)) in _byLetters)
        {
            yield return (LegacyTextRemarks.ConvertedByLetters(cells, encoding, before, after), null);
        }

        foreach (var (cell, text) in _unsure.Take(CellsNamed))
        {
            yield return (LegacyTextRemarks.Unsure(text), cell);
        }

        if (_unsure.Count > CellsNamed)
        {
            yield return (LegacyTextRemarks.FurtherUnsure(_unsure.Count - CellsNamed), null);
        }
    }

    private void WeighFonts()
    {
        foreach (var run in Cells().SelectMany(cell => cell.Runs ?? []))
        {
            if (run.Font is { } font)
            {
                _byFont[(int)font.Encoding] += encodings[(int)font.Encoding].Weigh(run.Text);
            }
        }
    }

    /// <summary>Takes the encoding more words speak for; a sheet in both is beyond guessing.</summary>
    private void WeighLetters()
    {
        foreach (var words in encodings)
        {
            var (all, candidates) = (default(LegacyEvidence), default(LegacyEvidence));
            var distinct = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (_, cell, runs) in Cells())
            {
                if (runs is null && cell.Kind == CellKind.Text)
                {
                    var evidence = words.Weigh(cell.Text, distinct);
                    all += evidence;
                    candidates += evidence.Unicode == 0 ? evidence : default;
                }
            }

            if (all.Legacy > _letters.Legacy)
            {
                (_ofLetters, _letters) = (words, all);
                _isDecidedByLetters = distinct.Count >= LeastDistinctWords && candidates.Legacy >= LegacyPerOdd * candidates.Odd;
            }
        }
    }

    private SheetRow Repair(SheetRow row)
    {
        SheetCell[]? repaired = null;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            if (cell.Kind != CellKind.Text)
            {
                continue;
            }

            var runs = fonts.At(row.Number, cell);
            var (text, isUnsure) = runs is null ? RepairByLetters(cell.Text) : RepairByFont(runs, cell.Text);
            if (isUnsure)
            {
                _unsure.Add((CellName.Of(row.Number, cell.Column), cell.Text));
            }

            if (isUnsure || !ReferenceEquals(text, cell.Text))
            {
                repaired ??= [.. row.Cells];
                repaired[i] = cell with { Text = text, Traits = isUnsure ? cell.Traits | CellTraits.LegacyText : cell.Traits };
            }
        }

        return repaired is null ? row : row with { Cells = repaired };
    }

    private (string Text, bool IsUnsure) RepairByFont(IReadOnlyList<FontRun> runs, string text)
    {
        var own = new LegacyEvidence[encodings.Length];
        foreach (var run in runs)
        {
            if (run.Font is { } font)
            {
                own[(int)font.Encoding] += encodings[(int)font.Encoding].Weigh(run.Text);
            }
        }

        var verdicts = own.Select((evidence, i) => DecideByFont(evidence, _byFont[i])).ToList();
        if (verdicts.Contains(Verdict.Unsure))
        {
            return (text, true);
        }

        var result = string.Concat(runs.Select(run => run.Font is { } font ? Convert(run.Text, font, verdicts[(int)font.Encoding]) : run.Text));
        if (string.Equals(result, text, StringComparison.Ordinal))
        {
            return (text, false);
        }

        _byFonts = (_byFonts.Cells + 1, _byFonts.Before ?? text, _byFonts.After ?? result);
        return (result, false);
    }

    private static Verdict DecideByFont(LegacyEvidence own, LegacyEvidence all)
    {
        if (own.Legacy > 0)
        {
            return own.Unicode == 0 ? Verdict.Convert : Mixed(own);
        }

        // Unicode typed into a cell that kept its old font is shown by another one and stays; words that may be either follow the sheet.
        return own.Unicode > 0 || all.IsClearlyUnicode ? Verdict.Leave : all.IsClearlyLegacy || own.Open + own.Odd == 0 ? Verdict.Convert : Verdict.Unsure;
    }

    private (string Text, bool IsUnsure) RepairByLetters(string text)
    {
        if (_ofLetters is null || System.Text.Ascii.IsValid(text))
        {
            return (text, false);
        }

        var own = _ofLetters.Weigh(text);
        var verdict = DecideByLetters(own);
        if (verdict is Verdict.Leave or Verdict.Unsure)
        {
            return (text, verdict == Verdict.Unsure);
        }

        var result = Convert(text, new LegacyFont(_ofLetters.Encoding, false), verdict);
        var (cells, before, after) = _byLetters.GetValueOrDefault(_ofLetters.Encoding, (0, text, result));
        _byLetters[_ofLetters.Encoding] = (cells + 1, before, after);
        return (result, false);
    }

    private Verdict DecideByLetters(LegacyEvidence own)
    {
        if (own.Legacy > 0)
        {
            var speaksForIt = own.Legacy > own.Odd;
            return !speaksForIt && !_isDecidedByLetters ? Verdict.Leave
                : own.Unicode > 0 ? (_isDecidedByLetters ? Mixed(own) : Verdict.Unsure)
                : _isDecidedByLetters && speaksForIt ? Verdict.Convert : Verdict.Unsure;
        }

        if (!_isDecidedByLetters || own.Unicode > 0 || own.Open + own.Odd == 0)
        {
            return Verdict.Leave;
        }

        return _letters.IsClearlyLegacy ? Verdict.Convert : own.Open > 0 && !_letters.IsClearlyUnicode ? Verdict.Unsure : Verdict.Leave;
    }

    /// <summary>A text in both encodings is taken apart only where every marked word is clear.</summary>
    private static Verdict Mixed(LegacyEvidence own) => own.Open + own.Odd == 0 ? Verdict.ConvertWords : Verdict.Unsure;

    private string Convert(string text, LegacyFont font, Verdict verdict)
    {
        if (verdict == Verdict.Leave)
        {
            return text;
        }

        var read = verdict == Verdict.ConvertWords ? encodings[(int)font.Encoding].ConvertLegacyWords(text) : LegacyEncodings.ToUnicode(text, font.Encoding);
        return font.IsCapitals ? read.ToUpperInvariant() : read;
    }

    private IEnumerable<(int Row, SheetCell Cell, IReadOnlyList<FontRun>? Runs)> Cells()
    {
        foreach (var row in sheet.Rows)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                yield return (row.Number, row.Cells[i], fonts.At(row.Number, row.Cells[i]));
            }
        }
    }
}
