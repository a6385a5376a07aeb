using System.Security.Cryptography;
using System.Text;

namespace CcHc.Core.Findings;

/// <summary>A code people read and type (mã trả lời): six signs, none that looks like another, always the same for the same words.</summary>
internal static class ShortCode
{
    private const int Length = 6;
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string Of(params ReadOnlySpan<string?> words)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', words!)));
        var code = new char[Length];
        for (var i = 0; i < Length; i++)
        {
            code[i] = Signs[hash[i] % Signs.Length];
        }

        return new string(code);
    }
}
