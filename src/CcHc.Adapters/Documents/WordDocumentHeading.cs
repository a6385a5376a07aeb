using CcHc.Adapters.Workbooks.Drawing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CcHc.Adapters.Documents;

/// <summary>
/// The head and foot of a report of Sở Nội vụ (thể thức): issuing body and Quốc hiệu with their rules, number, place and date, title; recipients and signature.
/// </summary>
internal static class WordDocumentHeading
{
    private const double LeftWidth = 62;
    private const double RightWidth = WordDocumentFile.TextWidth - LeftWidth;

    /// <summary>Of a report: number and day stay open until it is signed.</summary>
    public static IEnumerable<OpenXmlElement> Head(string provinceName, DateOnly day, string subject) =>
    [
        Top(provinceName, day, WordDocument.Centered(new Words("Số:          /BC-SNV", Points: 13))),
        .. WordDocument.Blank(1),
        WordDocument.Centered(new Words("BÁO CÁO", IsBold: true)),
        WordDocument.Centered(new Words(subject, IsBold: true)),
        WordDocument.Rule(side: 60),
        .. WordDocument.Blank(1),
    ];

    /// <summary>Of a letter (công văn): what it is about stands below its number.</summary>
    public static IEnumerable<OpenXmlElement> LetterHead(string provinceName, DateOnly day, string about) =>
    [
        Top(provinceName, day, WordDocument.Centered(new Words("Số:          /SNV-CCHC", Points: 13)), WordDocument.Centered(new Words(about, Points: 12))),
        .. WordDocument.Blank(1),
    ];

    public static IEnumerable<OpenXmlElement> Foot(string provinceName) => Foot(
        [$"- {AdministrativeHeading.IssuerAboveInSentence(provinceName)} (để báo cáo);", "- Lãnh đạo Sở;", "- Lưu: VT, CCHC."]);

    public static IEnumerable<OpenXmlElement> LetterFoot(string provinceName) => Foot(
        ["- Như trên;", $"- {AdministrativeHeading.IssuerAboveInSentence(provinceName)} (để báo cáo);", "- Lãnh đạo Sở;", "- Lưu: VT, CCHC."]);

    private static OpenXmlElement Top(string provinceName, DateOnly day, params IEnumerable<Paragraph> number) => WordDocumentTable.Halves(
        LeftWidth,
        RightWidth,
        [
            WordDocument.Centered(new Words(AdministrativeHeading.IssuerAbove(provinceName), Points: 13)),
            WordDocument.Centered(new Words(AdministrativeHeading.Issuer, IsBold: true, Points: 13)),
            WordDocument.Rule(side: 20),
            .. number,
        ],
        [
            WordDocument.Centered(new Words(AdministrativeHeading.Country, IsBold: true, Points: 12)),
            WordDocument.Centered(new Words(AdministrativeHeading.Motto, IsBold: true, Points: 13)),
            WordDocument.Rule(side: 19.5),
            WordDocument.Centered(new Words(AdministrativeHeading.PlaceAndDateToSign(provinceName, day), IsItalic: true, Points: 13)),
        ]);

    private static IEnumerable<OpenXmlElement> Foot(IEnumerable<string> recipients) =>
    [
        .. WordDocument.Blank(1),
        WordDocumentTable.Halves(
            WordDocumentFile.TextWidth / 2,
            WordDocumentFile.TextWidth / 2,
            [
                WordDocument.Left(new Words("Nơi nhận:", IsBold: true, IsItalic: true, Points: 12)),
                .. recipients.Select(line => WordDocument.Left(new Words(line, Points: 11))),
            ],
            [WordDocument.Centered(new Words("GIÁM ĐỐC", IsBold: true)), .. WordDocument.Blank(5)]),
        .. WordDocument.Blank(1),
    ];
}
