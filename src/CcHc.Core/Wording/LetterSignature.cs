using CcHc.Core.Agencies;
using CcHc.Core.Mail;

namespace CcHc.Core.Wording;

/// <summary>Who signs a letter (khối ký).</summary>
public static class LetterSignature
{
    /// <summary>Letters to agencies are signed alike: the office's own words, filled with the office and its contact.</summary>
    public static string Of(LetterWording wording, string provinceName, Agency office, OfficeContact contact)
    {
        var blanks = LetterWording.Blanks.ToDictionary(name => name, _ => "", StringComparer.Ordinal);
        blanks["province"] = provinceName;
        blanks["standing_body"] = office.Name;
        blanks["contact"] = ContactOf(contact, office).InWords;
        return wording.Signature(blanks);
    }

    /// <summary>What the program itself tells the office it works for.</summary>
    public static string OfProgram(string provinceName) => $"Phần mềm CcHc\nTheo dõi nhiệm vụ cải cách hành chính {provinceName}".TrimEnd();

    /// <summary>The contact the office set, else what the directory says of the office.</summary>
    private static OfficeContact ContactOf(OfficeContact set, Agency office) =>
        set != OfficeContact.None ? set : new OfficeContact(office.FocalPoint, office.Phone);
}
