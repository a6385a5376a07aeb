using CcHc.Core.Mail;

namespace CcHc.Adapters.Files;

/// <summary>An attachment as its reader gets it (tệp đính kèm đã nén).</summary>
public static class PackedAttachment
{
    public static byte[] Packed(this MailAttachment file) => file.IsLoose ? PackedWorkbook.Of(file.Content) : file.Content;
}
