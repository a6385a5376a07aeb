namespace CcHc.Adapters.Files;

/// <summary>What mails and downloads call our files (kiểu tệp).</summary>
public static class MediaTypes
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
