using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers;

/// <summary>Without a single cell below them headers alone say what the columns are.</summary>
public class HeadersAloneTest
{
    public static TheoryData<string, string> Headers
    {
        get
        {
            using var stream = typeof(HeadersAloneTest).Assembly.GetManifestResourceStream(typeof(HeadersAloneTest), "headers-alone.tsv")!;
            using var reader = new StreamReader(stream);
            var data = new TheoryData<string, string>();
            foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
            {
                data.Add(line.Split('\t')[0], line.Split('\t')[1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void Parse_TakesEachHeaderForTheSameField_WithoutCells(string header, string columns) =>
        Assert.Equal(columns, RegisterParser.Parse(SheetBuilder.Workbook($"KẾ HOẠCH NĂM 2026\n\n{header}")).Columns);
}
