using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CcHc.Core.Registers;

/// <summary>Makes the keys (mã nhận dạng) of tasks: short, readable, the same at each reading.</summary>
internal static class TaskKeys
{
    private const int LongestPart = 60;

    /// <summary>Folded text cut to a readable length; what is cut off lives on as a short hash.</summary>
    public static string Shorten(string folded, int longest = LongestPart)
    {
        if (folded.Length <= longest)
        {
            return folded;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))[..8];
        return $"{folded[..longest].TrimEnd()}~{hash}";
    }

    /// <summary>What the keys of a register begin with when nothing else is known of it: its path without the extension.</summary>
    public static string RegisterOf(string path) => path.LastIndexOf('.') is > 0 and var dot && dot > path.LastIndexOf('/') ? path[..dot] : path;

    public static string Of(string register, string sheet, string section, string numberOrText) => $"{register}|{sheet}|{section}|{numberOrText}";

    /// <summary>The same key a second, third … time.</summary>
    public static string Again(string key, int count) => string.Create(CultureInfo.InvariantCulture, $"{key}#{count}");
}
