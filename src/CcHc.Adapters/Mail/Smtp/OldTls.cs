using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>
/// Asks a server for TLS 1.1 at most (RFC 4346), which this machine's own library rightly will not do: whether it says yes tells an old server from a broken
/// one. Nothing but the question is ever sent.
/// </summary>
internal static class OldTls
{
    private const byte Handshake = 22;

    // ECDHE and plain RSA key exchange with AES or 3DES and SHA-1: what servers of those years know.
    private static readonly byte[] Suites = [0xC0, 0x09, 0xC0, 0x0A, 0xC0, 0x13, 0xC0, 0x14, 0x00, 0x2F, 0x00, 0x35, 0x00, 0x0A];

    // Supported groups secp256r1, secp384r1, secp521r1; uncompressed points.
    private static readonly byte[] Extensions = [0x00, 0x0A, 0x00, 0x08, 0x00, 0x06, 0x00, 0x17, 0x00, 0x18, 0x00, 0x19, 0x00, 0x0B, 0x00, 0x02, 0x01, 0x00];

    /// <param name="stream">At the point where TLS would begin.</param>
    public static async Task<bool> IsSpokenAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(ClientHello(), cancellationToken);
        var kind = new byte[1];
        return await stream.ReadAsync(kind, cancellationToken) == 1 && kind[0] == Handshake;
    }

    private static byte[] ClientHello()
    {
        byte[] body = [3, 2, .. RandomNumberGenerator.GetBytes(32), 0, .. Length(Suites.Length), .. Suites, 1, 0, .. Length(Extensions.Length), .. Extensions];
        byte[] message = [1, 0, .. Length(body.Length), .. body];
        return [Handshake, 3, 1, .. Length(message.Length), .. message];
    }

    private static byte[] Length(int length)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)length);
        return bytes;
    }
}
