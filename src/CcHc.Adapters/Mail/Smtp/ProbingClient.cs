using System.Text;
using MailKit;
using MailKit.Net.Smtp;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>MailKit's client, which can also ask a single question and remembers how the server began.</summary>
internal sealed class ProbingClient(ProbingClient.FirstWords heard) : SmtpClient(heard)
{
    public ProbingClient()
        : this(new FirstWords())
    {
    }

    public FirstWords Heard { get; } = heard;

    public Task<SmtpResponse> AskAsync(string command, CancellationToken cancellationToken) => SendCommandAsync(command, cancellationToken);

    /// <summary>Keeps the beginning of what the server says, and nothing of what we say: the login is in it.</summary>
    internal sealed class FirstWords : IProtocolLogger
    {
        private const int Most = 4096;
        private readonly StringBuilder _said = new();
        private bool _isGreeted;

        /// <summary>Called once, when the server's greeting is whole, or what it says is none.</summary>
        public Action Greeted { get; set; } = static () => { };

        public string FirstLine => _said.ToString().Split('\n')[0].Trim();

        private bool IsWhole => _said.ToString().Split('\n')[..^1].Any(line => line is not [_, _, _, '-', ..]);

        public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

        public void LogConnect(Uri uri)
        {
        }

        public void LogClient(byte[] buffer, int offset, int count)
        {
        }

        public void LogServer(byte[] buffer, int offset, int count)
        {
            if (_isGreeted)
            {
                return;
            }

            _said.Append(Encoding.UTF8.GetString(buffer, offset, Math.Min(count, Math.Max(0, Most - _said.Length))));
            if (IsWhole)
            {
                _isGreeted = true;
                Greeted();
            }
        }

        public void Dispose()
        {
        }
    }
}
