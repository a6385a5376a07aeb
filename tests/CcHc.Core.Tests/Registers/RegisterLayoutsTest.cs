using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Registers;

/// <summary>A file a layout; RELIABILITY 14 to 18, 24, 25, 26 and 29 have theirs among them.</summary>
public class RegisterLayoutsTest
{
    public static TheoryData<string> Layouts => [.. LayoutFile.Names];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Parse_ReadsEveryLayoutAsWritten(string name)
    {
        var layout = LayoutFile.Load(name);

        var reading = RegisterParser.Parse(layout.Workbook);

        var (expected, read) = (string.Join('\n', layout.Expected), string.Join('\n', layout.Describe(reading)));
        Assert.True(expected == read, $"Expected:\n{expected}\n\nRead:\n{read}");
    }
}
