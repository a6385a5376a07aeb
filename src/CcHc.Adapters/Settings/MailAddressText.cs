using System.Buffers;
using System.Net.Mail;

namespace CcHc.Adapters.Settings;

/// <summary>Mail addresses as text.</summary>
public static class MailAddressText
{
    /// <summary>Without quotes and brackets, which mail servers read in ways of their own.</summary>
    private static readonly SearchValues<char> Mailbox =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-");

    /// <summary>One address and nothing around it: no name, no brackets, no line break; the part before @ in ASCII, the domain in any script.</summary>
    public static bool IsBareAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && text.AsSpan(0, at).IndexOfAnyExcept(Mailbox) < 0
        && !text.Any(char.IsControl)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;
}
