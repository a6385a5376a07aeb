using CcHc.Core.Findings;

namespace CcHc.Core.Sheets;

/// <summary>What is said of cells whatever the sheet is for.</summary>
internal static class SheetFindings
{
    private const string StandAgain = "Nếu nội dung còn hiệu lực, hãy bỏ gạch ngang; nếu không, hãy xóa hẳn.";

    public static readonly FindingTemplate ValueHidden = new(Severity.Warning, "hidden-value",
        "Ô này có giá trị nhưng định dạng số (;;;) không cho hiện ra, nên không được đọc.",
        "Hãy đổi định dạng ô về Chung (General) nếu giá trị còn dùng, hoặc xóa giá trị.");

    public static readonly FindingTemplate CellStruck =
        new(Severity.Warning, "struck-value", "Chữ trong ô này bị gạch ngang nên được coi là không còn thực hiện, không đọc.", StandAgain);

    private static readonly FindingTemplate RowStruck =
        new(Severity.Warning, "struck-value", "Cả dòng này bị gạch ngang nên được coi là không còn thực hiện, không đọc.", StandAgain);

    public static FindingTemplate Struck(bool isWholeRow) => isWholeRow ? RowStruck : CellStruck;
}
