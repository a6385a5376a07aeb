using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CcHc.Dashboard.Tests.Browser;

/// <summary>The page for focal points is promised as one side of A4, in letters a person reads at a desk.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class OnePageTest(BrowserFixture chromium)
{
    private const string Style = "<style>@page{size:A4;margin:15mm}body{font:11pt/1.25 sans-serif;margin:0}h1{font-size:16pt;margin:0 0 2mm}"
        + "p,ul,ol,table{margin:1.5mm 0}table{border-collapse:collapse}td,th{border:1px solid #888;padding:.5mm 2mm;text-align:left}</style>";

    [Fact]
    public async Task ThePageForFocalPoints_PrintsOnOneSideOfA4()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "docs", "mot-trang-cho-dau-moi.md"));
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync($"<!DOCTYPE html><html lang=\"vi\"><title>Một trang</title>{Style}<body>{Html(text)}</body></html>");
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Single(Page().Matches(Encoding.Latin1.GetString(pdf)));
    }

    /// <summary>As much of Markdown as the page uses.</summary>
    private static string Html(string text)
    {
        var html = new StringBuilder();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Trim('\n').Split('\n');
            html.Append(lines[0] switch
            {
                ['#', ' ', ..] => $"<h1>{Words(block.Trim()[2..])}</h1>",
                ['|', ..] => $"<table>{string.Concat(lines.Where(line => !line.StartsWith("|---", StringComparison.Ordinal)).Select(Row))}</table>",
                ['1', '.', ..] => $"<ol>{string.Concat(lines.Select(line => $"<li>{Words(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])}</li>"))}</ol>",
                ['-', ' ', ..] => $"<ul>{string.Concat(lines.Select(line => $"<li>{Words(line[2..])}</li>"))}</ul>",
                _ => $"<p>{Words(block)}</p>",
            });
        }

        return html.ToString();
    }

    private static string Row(string line) => $"<tr>{string.Concat(line.Trim('|').Split('|').Select(cell => $"<td>{Words(cell.Trim())}</td>"))}</tr>";

    private static string Words(string text) => Strong().Replace(WebUtility.HtmlEncode(text), "<b>$1</b>");

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Strong();

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();
}
