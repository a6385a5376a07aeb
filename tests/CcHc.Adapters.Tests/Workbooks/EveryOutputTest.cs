using System.Text.RegularExpressions;
using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Answers;
using CcHc.Adapters.Workbooks.Health;
using CcHc.Adapters.Workbooks.Templates;
using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using static CcHc.Adapters.Tests.Workbooks.Drawing.SampleOffice;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>Nothing leaves the house that Microsoft's validator finds a fault in; a new kind of output brings its test along.</summary>
public sealed partial class EveryOutputTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => ["danh-ba", "lich-nghi", "chi-tieu", "so-trong", "so-mau", "cho-ghi-so", "cho-ghi-so-trong", "kiem-tra"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AWorkbook_HasNoFault(string kind) => Assert.Empty(new WrittenWorkbook(Bytes(kind)).Complaints());

    /// <summary>Each file that draws a workbook or a paper is named by a test that has the validator look at what it drew.</summary>
    [Fact]
    public void EveryWriter_IsLookedAtByTheValidator()
    {
        var writers = SourcesOf("src").Where(source => Draws().IsMatch(source.Text)).Select(source => Path.GetFileNameWithoutExtension(source.Path)).ToList();
        var tests = SourcesOf("tests").Where(source => Looks().IsMatch(source.Text)).ToList();
        Assert.True(writers.Count >= 10, string.Join(", ", writers));
        Assert.All(writers, writer => Assert.Contains(tests, test => Regex.IsMatch(test.Text, $@"\b{Known(writer)}\b")));
    }

    /// <summary>A template is drawn for its writer.</summary>
    private static string Known(string writer) =>
        writer switch { "AgencyTasksTemplate" => "AgencyTasksWorkbookWriter", "FormTemplate" => "ReportFormWriter", _ => writer };

    private static IEnumerable<(string Path, string Text)> SourcesOf(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Folder, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path)));

    private byte[] Bytes(string kind) => kind switch
    {
        "danh-ba" => OfficeTemplates.Directory(StartingDirectory.Of("SNV", "Sở Nội vụ", PastedAgencies.Read("Xã Suối Mơ").Agencies), AsOf),
        "lich-nghi" => OfficeTemplates.DaysOff([2026, 2027], AsOf),
        "chi-tieu" => OfficeTemplates.Figures("Quý I/2026", AsOf),
        "so-trong" => RegisterTemplate.Empty("tỉnh Mẫu", 2026, AsOf),
        "so-mau" => RegisterTemplate.Example("tỉnh Mẫu", 2026, "Sở Nội vụ", AsOf),
        "cho-ghi-so" => Pending(PendingEntry.All([Answered()])),
        "cho-ghi-so-trong" => Pending([]),
        _ => File.ReadAllBytes(FindingListWorkbook.Write(Findings,
            [new InterpretedTask(Task(5, "=1+1"), new DeadlineReading("Quý I", 2026, true, [], []), [])], _folder["kiem-tra.xlsx"], _folder.Path, AsOf)),
    };

    private byte[] Pending(IReadOnlyList<PendingEntry> entries) => PendingEntryWriter.ToBytes(entries, AsOf, _folder.Path, _folder.Path);

    private static AssessedObligation Answered()
    {
        var owed = Owed(Task(5, "Rà soát văn bản"), "STP", StatusKind.Overdue, new DateOnly(2026, 6, 19), -7);
        var said = new AgencyStatement("r", TaskProgress.Done, "Hoàn thành", new DateOnly(2026, 6, 18), "12/QĐ-STP", null, "", "Trả lời", 5);
        var given = new GivenAnswer { Id = 1, AgencyCode = "STP", Statement = said, SaidOn = AsOf, State = AnswerState.Waiting };
        return owed with { Obligation = owed.Obligation with { Answer = new AnswerStanding(given, null) } };
    }

    [GeneratedRegex(@"new WorkbookDraft\(|WordDocumentFile\.ToBytes\(")]
    private static partial Regex Draws();

    [GeneratedRegex(@"Complaints\(|OpenXmlValidator")]
    private static partial Regex Looks();
}
