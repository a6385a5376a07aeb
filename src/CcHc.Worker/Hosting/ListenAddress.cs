using CcHc.Worker.Screens;

namespace CcHc.Worker.Hosting;

/// <summary>Where the pages listen (địa chỉ lắng nghe), judged before anything is started.</summary>
public static class ListenAddress
{
    /// <exception cref="UsageException">It is no address one can listen on.</exception>
    public static Uri Read(string url)
    {
        if (!Uri.TryCreate(url.Replace("//*:", "//0.0.0.0:", StringComparison.Ordinal)
            .Replace("//+:", "//0.0.0.0:", StringComparison.Ordinal), UriKind.Absolute, out var address)
            || address.Host.Length == 0 || url.Contains(';', StringComparison.Ordinal))
        {
            throw new UsageException($"--url: \"{url}\" is not an address to listen on. Write one such as http://127.0.0.1:5080.");
        }

        return address.Scheme == Uri.UriSchemeHttps
            ? throw new UsageException(
                $"--url: the program does not speak TLS itself. Listen on http://127.0.0.1:{address.Port} and put a reverse proxy with TLS before it (docs/service).")
            : address.Scheme != Uri.UriSchemeHttp
            ? throw new UsageException($"--url: \"{address.Scheme}:\" is not http. Write an address such as http://127.0.0.1:5080.")
            : address.PathAndQuery.Trim('/').Length > 0
            ? throw new UsageException(
                $"--url: a path cannot be listened on. Write http://{address.Authority}, and \"pathBase\": \"{address.AbsolutePath.TrimEnd('/')}\" in appsettings.json.")
            : address;
    }

    /// <returns>Null when the failure is another one.</returns>
    public static UsageException? WhyNotOpen(Exception failure, string url)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is Microsoft.AspNetCore.Connections.AddressInUseException
                or System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AddressAlreadyInUse })
            {
                return new UsageException(
                    $"{url} is in use by another program, perhaps by another service of ours. Stop that one, or name another port with --url.");
            }

            if (cause is System.Net.Sockets.SocketException socket)
            {
                return new UsageException(socket.SocketErrorCode switch
                {
                    System.Net.Sockets.SocketError.AccessDenied =>
                        $"{url}: this account may not listen there; ports below 1024 are the system's. Name another port with --url.",
                    System.Net.Sockets.SocketError.AddressNotAvailable => $"{url}: this machine has no such address. Listen on 127.0.0.1.",
                    _ => $"{url} cannot be listened on: {socket.Message}.",
                });
            }
        }

        return null;
    }
}
