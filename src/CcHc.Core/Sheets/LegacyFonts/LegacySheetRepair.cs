using CcHc.Core.Findings;

namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>Repairs one sheet (trang tính): weighs all its cells first, then decides each.</summary>
/// <param name="encodings">One for each encoding, in their order.</param>
internal sealed class LegacySheetRepair(Sheet sheet, LegacyCells fonts, LegacyWordWeigher[] encodings)
{
    private readonly LegacyFindings _findings = new();
    private readonly LegacyEvidence[] _byFont = new LegacyEvidence[encodings.Length];

    /// <summary>The encoding more words without a font speak for; a sheet in both is beyond guessing.</summary>
    private LegacyWordWeigher _ofLetters = encodings[0];
    private LegacyEvidence _byLetters;
    private bool _isLegacyByLetters;

    public Sheet Repair()
    {
        WeighFonts();
        WeighLetters();
        return sheet with { Rows = [.. sheet.Rows.Select(Repair)] };
    }

    public IEnumerable<Finding> Findings(string file) => _findings.All(file, sheet.Name, _ofLetters.Encoding);

    private void WeighFonts()
    {
        foreach (var (_, runs) in TextCells())
        {
            AddEvidence(_byFont, runs ?? []);
        }
    }

    private void WeighLetters()
    {
        foreach (var words in encodings)
        {
            var (all, candidates) = (default(LegacyEvidence), default(LegacyEvidence));
            var distinct = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (text, runs) in TextCells())
            {
                if (runs is null)
                {
                    var evidence = words.Weigh(text, distinct);
                    all += evidence;
                    candidates += evidence.Unicode == 0 ? evidence : default;
                }
            }

            if (all.Legacy > _byLetters.Legacy)
            {
                (_ofLetters, _byLetters, _isLegacyByLetters) = (words, all, LegacyVerdicts.SpeakForConverting(candidates, distinct.Count));
            }
        }
    }

    private SheetRow Repair(SheetRow row)
    {
        SheetCell[]? repaired = null;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            if (cell.Kind == CellKind.Text && Repair(row.Number, cell) is { } changed)
            {
                repaired ??= [.. row.Cells];
                repaired[i] = changed;
            }
        }

        return repaired is null ? row : row with { Cells = repaired };
    }

    /// <returns>Null for a cell that stays as it is.</returns>
    private SheetCell? Repair(int row, SheetCell cell)
    {
        var runs = fonts.At(row, cell);
        var text = runs is null ? ReadByLetters(cell.Text) : ReadByFont(runs);
        if (text is null)
        {
            _findings.AddUnsure(CellName.Of(row, cell.Column), cell.Text);
            return cell with { Traits = cell.Traits | CellTraits.LegacyText };
        }

        if (string.Equals(text, cell.Text, StringComparison.Ordinal))
        {
            return null;
        }

        if (runs is null)
        {
            _findings.AddByLetters(cell.Text, text);
        }
        else
        {
            _findings.AddByFont(cell.Text, text);
        }

        return cell with { Text = text };
    }

    /// <returns>Null when unsure.</returns>
    private string? ReadByFont(IReadOnlyList<FontRun> runs)
    {
        var own = new LegacyEvidence[encodings.Length];
        AddEvidence(own, runs);
        var verdicts = own.Select((evidence, i) => LegacyVerdicts.ByFont(evidence, _byFont[i])).ToList();
        return verdicts.Contains(LegacyVerdict.Unsure)
            ? null
            : string.Concat(runs.Select(run => run.Font is { } font ? Convert(run.Text, font, verdicts[(int)font.Encoding]) : run.Text));
    }

    /// <returns>Null when unsure.</returns>
    private string? ReadByLetters(string text)
    {
        if (_byLetters.Legacy == 0 || System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var verdict = LegacyVerdicts.ByLetters(_ofLetters.Weigh(text), _byLetters, _isLegacyByLetters);
        return verdict == LegacyVerdict.Unsure ? null : Convert(text, new LegacyFont(_ofLetters.Encoding, false), verdict);
    }

    private void AddEvidence(LegacyEvidence[] sums, IReadOnlyList<FontRun> runs)
    {
        foreach (var run in runs)
        {
            if (run.Font is { } font)
            {
                sums[(int)font.Encoding] += encodings[(int)font.Encoding].Weigh(run.Text);
            }
        }
    }

    private string Convert(string text, LegacyFont font, LegacyVerdict verdict)
    {
        if (verdict == LegacyVerdict.Leave)
        {
            return text;
        }

        var read = verdict == LegacyVerdict.ConvertWords
            ? encodings[(int)font.Encoding].ConvertLegacyWords(text) : LegacyEncodings.ToUnicode(text, font.Encoding);
        return font.IsCapitals ? read.ToUpperInvariant() : read;
    }

    private IEnumerable<(string Text, IReadOnlyList<FontRun>? Runs)> TextCells()
    {
        foreach (var row in sheet.Rows)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (row.Cells[i] is { Kind: CellKind.Text } cell)
                {
                    yield return (cell.Text, fonts.At(row.Number, cell));
                }
            }
        }
    }
}
