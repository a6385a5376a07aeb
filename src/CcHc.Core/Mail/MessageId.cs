using System.Security.Cryptography;
using System.Text;

namespace CcHc.Core.Mail;

/// <summary>The Message-ID of a mail (mã thư). The outbox takes each once, so what makes a mail this one and no other stands in its name.</summary>
public static class MessageId
{
    /// <param name="name">In ASCII, without spaces.</param>
    /// <param name="sender">The sender's address: its domain is one that receivers know.</param>
    /// <returns>With its angle brackets.</returns>
    public static string Of(string name, string sender) => $"<{name}@{DomainOf(sender)}>";

    /// <summary>Stands for an office's words, which are free text and never go into a header themselves.</summary>
    public static string Digest(string words, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..length];

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
