using System.Xml.Linq;

namespace CcHc.Core.Tests.Structure;

/// <summary>What keeps the tree of the sources readable: which way the projects look, and that no two folders side by side need each other.</summary>
public class SourceTreeTest
{
    /// <summary>
    /// Deadline words are read by rules that call one another: a point in time by rules of days, a rule of days by points. Their folders are one knot.
    /// </summary>
    private const string Knot = "CcHc.Core.Deadlines.Grammar:";

    private static readonly string Root = Path.Combine(Repository.Folder, "src");

    [Theory]
    [InlineData("CcHc.Core", "")]
    [InlineData("CcHc.HangfireVietnamese", "")]
    [InlineData("CcHc.Adapters", "CcHc.Core")]
    [InlineData("CcHc.Office", "CcHc.Adapters")]
    [InlineData("CcHc.Dashboard", "CcHc.Adapters CcHc.Office")]
    [InlineData("CcHc.Worker", "CcHc.Adapters CcHc.Dashboard CcHc.HangfireVietnamese CcHc.Office")]
    public void AProject_LooksOneWayOnly(string project, string uses) =>
        Assert.Equal(uses, string.Join(' ', ReferencesOf(project).Order(StringComparer.Ordinal)));

    [Fact]
    public void EveryProject_HasItsLine() =>
        Assert.Equal(6, Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories).Length);

    [Fact]
    public void FoldersSideBySide_DoNotNeedEachOther() =>
        Assert.Equal("", string.Join('\n', new FolderGraph(Sources()).Cycles().Where(cycle => !cycle.StartsWith(Knot, StringComparison.Ordinal))));

    [Fact]
    public void AFile_LiesWhereItsNamespaceSays() =>
        Assert.Equal("",
            string.Join('\n', Sources()
                .Where(source => source.Folder.Length > 0 && source.Path.EndsWith(".cs", StringComparison.Ordinal) && source.Folder != Expected(source.Path))
                .Select(source => source.Path)));

    [Theory]
    [InlineData("A", "using R.B;", "B", "using R.C;", "")]
    [InlineData("A", "using R.B;", "B", "using R.A;", "R: A -> B (a.cs) | R: B -> A (b.cs)")]
    [InlineData("A", "using R.B;", "B", "global::R.A.Type x;", "R: A -> B (a.cs) | R: B -> A (b.cs)")]
    [InlineData("A", "using R.B;", "B", "// R.A.Type is no more used", "")]
    [InlineData("A.In", "using R.A;", "A", "using R.A.In;", "")]
    [InlineData("A.In", "using R.A.Out;", "A.Out", "using R.A.In;", "R.A: In -> Out (a.cs) | R.A: Out -> In (b.cs)")]
    [InlineData("A.In", "using R.B;", "B", "using R.A.In;", "R: A -> B (a.cs) | R: B -> A (b.cs)")]
    public void ACycle_IsFound(string folder, string words, string other, string otherWords, string cycles)
    {
        var sources = new[] { ("a.cs", folder, words), ("b.cs", other, otherWords), ("c.cs", "C", "") }
            .Select(file => FolderGraph.Read(file.Item1, $"{file.Item3}\nnamespace R.{file.Item2};\n".Replace("R.", "CcHc.R.", StringComparison.Ordinal)));
        Assert.Equal(cycles, string.Join(" | ", new FolderGraph([.. sources]).Cycles()).Replace("CcHc.", "", StringComparison.Ordinal));
    }

    [Fact]
    public void ACycleRoundThreeCorners_IsFound()
    {
        var sources = new[] { ("A", "B"), ("B", "C"), ("C", "A"), ("D", "A") }
            .Select(pair => new SourceFile(pair.Item1 + ".cs", "CcHc." + pair.Item1, ["CcHc." + pair.Item2]));
        Assert.Equal(["CcHc: A -> B (A.cs)", "CcHc: B -> C (B.cs)", "CcHc: C -> A (C.cs)"], new FolderGraph([.. sources]).Cycles());
    }

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(Path.Combine(Root, project, project + ".csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static List<SourceFile> Sources() =>
    [
        .. from path in Directory.EnumerateFiles(Root, "*.cs*", SearchOption.AllDirectories)
           let name = Path.GetRelativePath(Root, path).Replace('\\', '/')
           where Path.GetExtension(path) is ".cs" or ".cshtml" && !name.Split('/').Any(part => part is "bin" or "obj")
           orderby name
           select FolderGraph.Read(name, File.ReadAllText(path)),
    ];

    private static string Expected(string path) => path[..path.LastIndexOf('/')].Replace('/', '.');
}
