using System.Collections.Frozen;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>Columns of the agency directory (danh bạ cơ quan).</summary>
internal enum DirectoryColumn { Code, Name, OtherNames, Group, Emails, HeadEmails, FocalPoint, Phone, ValidFrom, ValidTo, Successors }

internal static class DirectoryColumns
{
    private static readonly FrozenDictionary<string, DirectoryColumn> ByHeader = new (DirectoryColumn Column, string[] Headers)[]
    {
        (DirectoryColumn.Code, ["ma", "ma co quan", "ma don vi", "ky hieu", "ma dinh danh"]),
        (DirectoryColumn.Name, ["ten co quan", "ten don vi", "co quan", "don vi", "ten co quan, don vi", "co quan, don vi", "ten"]),
        (DirectoryColumn.OtherNames, ["ten goi khac", "ten khac", "ten viet tat", "viet tat", "cach goi khac"]),
        (DirectoryColumn.Group, ["nhom", "nhom co quan", "nhom don vi", "khoi", "loai co quan", "cap"]),
        (DirectoryColumn.Emails,
            ["email", "e-mail", "dia chi email", "dia chi e-mail", "thu dien tu", "hop thu", "email co quan", "email don vi", "email dau moi"]),
        (DirectoryColumn.HeadEmails, ["email lanh dao", "e-mail lanh dao", "email thu truong", "hop thu lanh dao", "thu dien tu lanh dao"]),
        (DirectoryColumn.FocalPoint, ["dau moi", "can bo dau moi", "nguoi dau moi", "nguoi lien he", "chuyen vien", "can bo theo doi"]),
        (DirectoryColumn.Phone, ["dien thoai", "so dien thoai", "sdt", "dt", "di dong"]),
        (DirectoryColumn.ValidFrom, ["hieu luc tu", "hieu luc tu ngay", "tu ngay", "ngay hieu luc", "ngay thanh lap"]),
        (DirectoryColumn.ValidTo, ["hieu luc den", "hieu luc den ngay", "den ngay", "het hieu luc", "ngay het hieu luc"]),
        (DirectoryColumn.Successors, ["ke thua boi", "co quan ke thua", "don vi ke thua", "ke thua", "sap nhap vao"]),
    }.SelectMany(entry => entry.Headers.Select(header => (header, entry.Column)))
        .ToFrozenDictionary(pair => pair.header, pair => pair.Column, StringComparer.Ordinal);

    public static DirectoryColumn? Of(string foldedHeader) => ByHeader.TryGetValue(foldedHeader, out var column) ? column : null;
}
