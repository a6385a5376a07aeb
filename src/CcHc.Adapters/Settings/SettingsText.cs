using System.Text;

namespace CcHc.Adapters.Settings;

/// <summary>The text of a settings file, which is UTF-8 and nothing else.</summary>
internal static class SettingsText
{
    private const int LongestFile = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="SettingsException">The file cannot be read, or is in another encoding.</exception>
    public static string Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LongestFile)
            {
                throw new SettingsException($"{path}: larger than 4 MB, which no settings file is.");
            }

            var bytes = File.ReadAllBytes(path);
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.AsSpan().Contains((byte)0))
            {
                throw new SettingsException($"{path}: the file is in UTF-16 or no text at all, and only UTF-8 is read. In Notepad: Save as, Encoding: UTF-8.");
            }

            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new SettingsException(
                $"{path}: the file is not in UTF-8 (perhaps windows-1258 or TCVN3), so its Vietnamese letters would come out wrong. In Notepad: Save as, Encoding: UTF-8.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new SettingsException($"{path}: this account may not read the file. Give the service's account the right to read it.");
        }
    }
}
