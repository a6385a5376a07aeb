using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Registers;

/// <summary>Tables of small registers, a line a case: which column is what, and which row is a task.</summary>
public class RegisterCasesTest
{
    public static TheoryData<string, int> Cases => Places("columns.tsv", "rows.tsv", "unseen.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parse_ReadsEveryCase(string table, int place)
    {
        var one = RegisterCase.Load(table)[place];

        var reading = one.Read();

        var missing = one.Missing(reading).ToList();
        Assert.True(missing.Count == 0, $"{one.Kind}\n{one.Rows}\nmissing: {string.Join("; ", missing)}\nread:\n{RegisterCase.Describe(reading)}");
    }

    private static TheoryData<string, int> Places(params string[] tables)
    {
        var data = new TheoryData<string, int>();
        foreach (var table in tables)
        {
            for (var i = 0; i < RegisterCase.Load(table).Count; i++)
            {
                data.Add(table, i);
            }
        }

        return data;
    }
}
