using System.Globalization;
using System.Text;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>What a mail server answered: its code and its words.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 400;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(" / ", Lines)}");
}

/// <summary>Asks a mail server line by line and reads its answers (hội thoại SMTP).</summary>
internal sealed class SmtpConversation(Stream stream)
{
    private const int LongestLine = 4096;

    /// <summary>Of one answer; servers that offer a great deal need some twenty.</summary>
    private const int MostLines = 200;

    /// <exception cref="InvalidDataException">What came is no answer of a mail server.</exception>
    /// <exception cref="EndOfStreamException">The server hung up.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || (line.Length > 3 && line[3] is not (' ' or '-')))
            {
                throw new InvalidDataException(line);
            }

            if (lines.Count == MostLines)
            {
                throw new InvalidDataException(line);
            }

            lines.Add(line.Length > 4 ? line[4..].Trim() : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }
    }

    public async Task<SmtpReply> AskAsync(string line, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    /// <summary>Byte by byte: after STARTTLS the next byte belongs to TLS and must not lie in a buffer.</summary>
    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var (bytes, one) = (new List<byte>(), new byte[1]);
        while (true)
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                throw new EndOfStreamException("The server closed the connection.");
            }

            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
            }

            bytes.Add(one[0]);
            if (bytes.Count > LongestLine)
            {
                throw new InvalidDataException(Encoding.Latin1.GetString([.. bytes[..60]]));
            }
        }
    }
}
