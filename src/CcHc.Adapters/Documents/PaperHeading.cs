using CcHc.Adapters.Workbooks.Writing;
using DocumentFormat.OpenXml;

namespace CcHc.Adapters.Documents;

/// <summary>The head and foot of a report of Sở Nội vụ (thể thức): issuing body and Quốc hiệu with their rules, number, place and date, title; recipients and signature.</summary>
internal static class PaperHeading
{
    private const double LeftWidth = 62;
    private const double RightWidth = PaperFile.TextWidth - LeftWidth;

    public static IEnumerable<OpenXmlElement> Head(string provinceName, DateOnly day, string subject) =>
    [
        PaperTable.Halves(
            LeftWidth,
            RightWidth,
            [
                Paper.Centered(new Words(AdministrativeHeading.IssuerAbove(provinceName), Points: 13)),
                Paper.Centered(new Words(AdministrativeHeading.Issuer, IsBold: true, Points: 13)),
                Paper.Rule(side: 20),
                Paper.Centered(new Words("Số:          /BC-SNV", Points: 13)),
            ],
            [
                Paper.Centered(new Words(AdministrativeHeading.Country, IsBold: true, Points: 12)),
                Paper.Centered(new Words(AdministrativeHeading.Motto, IsBold: true, Points: 13)),
                Paper.Rule(side: 19.5),
                Paper.Centered(new Words(AdministrativeHeading.PlaceAndDate(provinceName, day), IsItalic: true, Points: 13)),
            ]),
        .. Paper.Blank(1),
        Paper.Centered(new Words("BÁO CÁO", IsBold: true)),
        Paper.Centered(new Words(subject, IsBold: true)),
        Paper.Rule(side: 60),
        .. Paper.Blank(1),
    ];

    public static IEnumerable<OpenXmlElement> Foot(string provinceName) =>
    [
        .. Paper.Blank(1),
        PaperTable.Halves(
            PaperFile.TextWidth / 2,
            PaperFile.TextWidth / 2,
            [
                Paper.Left(new Words("Nơi nhận:", IsBold: true, IsItalic: true, Points: 12)),
                Paper.Left(new Words($"- {AdministrativeHeading.IssuerAboveInSentence(provinceName)} (để báo cáo);", Points: 11)),
                Paper.Left(new Words("- Lãnh đạo Sở;", Points: 11)),
                Paper.Left(new Words("- Lưu: VT, CCHC.", Points: 11)),
            ],
            [Paper.Centered(new Words("GIÁM ĐỐC", IsBold: true)), .. Paper.Blank(5)]),
        .. Paper.Blank(1),
    ];
}
