using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CcHc.Core.Registers;

/// <summary>Makes the keys (mã nhận dạng) of tasks: short, readable, the same at each reading.</summary>
internal static class TaskKeys
{
    private const int LongestPart = 60;

    /// <summary>Folded text cut to a readable length; what is cut off lives on as a short hash.</summary>
    public static string Shorten(string folded)
    {
        if (folded.Length <= LongestPart)
        {
            return folded;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))[..8];
        return $"{folded[..LongestPart].TrimEnd()}~{hash}";
    }

    public static string Of(string register, string sheet, string section, string numberOrText) => $"{register}|{sheet}|{section}|{numberOrText}";

    /// <summary>The same key a second, third … time.</summary>
    public static string Again(string key, int count) => string.Create(CultureInfo.InvariantCulture, $"{key}#{count}");
}
