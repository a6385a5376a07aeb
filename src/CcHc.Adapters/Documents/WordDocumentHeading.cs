using CcHc.Adapters.Workbooks.Drawing;
using DocumentFormat.OpenXml;

namespace CcHc.Adapters.Documents;

/// <summary>The head and foot of a report of Sở Nội vụ (thể thức): issuing body and Quốc hiệu with their rules, number, place and date, title; recipients and signature.</summary>
internal static class WordDocumentHeading
{
    private const double LeftWidth = 62;
    private const double RightWidth = WordDocumentFile.TextWidth - LeftWidth;

    public static IEnumerable<OpenXmlElement> Head(string provinceName, DateOnly day, string subject) =>
    [
        WordDocumentTable.Halves(
            LeftWidth,
            RightWidth,
            [
                WordDocument.Centered(new Words(AdministrativeHeading.IssuerAbove(provinceName), Points: 13)),
                WordDocument.Centered(new Words(AdministrativeHeading.Issuer, IsBold: true, Points: 13)),
                WordDocument.Rule(side: 20),
                WordDocument.Centered(new Words("Số:          /BC-SNV", Points: 13)),
            ],
            [
                WordDocument.Centered(new Words(AdministrativeHeading.Country, IsBold: true, Points: 12)),
                WordDocument.Centered(new Words(AdministrativeHeading.Motto, IsBold: true, Points: 13)),
                WordDocument.Rule(side: 19.5),
                WordDocument.Centered(new Words(AdministrativeHeading.PlaceAndDate(provinceName, day), IsItalic: true, Points: 13)),
            ]),
        .. WordDocument.Blank(1),
        WordDocument.Centered(new Words("BÁO CÁO", IsBold: true)),
        WordDocument.Centered(new Words(subject, IsBold: true)),
        WordDocument.Rule(side: 60),
        .. WordDocument.Blank(1),
    ];

    public static IEnumerable<OpenXmlElement> Foot(string provinceName) =>
    [
        .. WordDocument.Blank(1),
        WordDocumentTable.Halves(
            WordDocumentFile.TextWidth / 2,
            WordDocumentFile.TextWidth / 2,
            [
                WordDocument.Left(new Words("Nơi nhận:", IsBold: true, IsItalic: true, Points: 12)),
                WordDocument.Left(new Words($"- {AdministrativeHeading.IssuerAboveInSentence(provinceName)} (để báo cáo);", Points: 11)),
                WordDocument.Left(new Words("- Lãnh đạo Sở;", Points: 11)),
                WordDocument.Left(new Words("- Lưu: VT, CCHC.", Points: 11)),
            ],
            [WordDocument.Centered(new Words("GIÁM ĐỐC", IsBold: true)), .. WordDocument.Blank(5)]),
        .. WordDocument.Blank(1),
    ];
}
