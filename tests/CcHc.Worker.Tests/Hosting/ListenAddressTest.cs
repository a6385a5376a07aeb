using CcHc.Worker.Hosting;
using CcHc.Worker.Screens;
using CcHc.Worker.Verbs;

namespace CcHc.Worker.Tests.Hosting;

public sealed class ListenAddressTest
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://*:80")]
    [InlineData("http://+:80")]
    [InlineData("http://0.0.0.0:8080")]
    public void AnAddress_IsTaken(string url) => Assert.Equal("http", ListenAddress.Read(url).Scheme);

    [Theory]
    [InlineData("https://cchc.tinh.example", "reverse proxy with TLS")]
    [InlineData("https://127.0.0.1:5443", "http://127.0.0.1:5443")]
    [InlineData("127.0.0.1:5080", "such as http://127.0.0.1:5080")]
    [InlineData("localhost", "such as")]
    [InlineData("http:/5080", "such as")]
    [InlineData("http://", "such as")]
    [InlineData("http://127.0.0.1:99999", "such as")]
    [InlineData("http://127.0.0.1:5080;http://127.0.0.1:5081", "such as")]
    [InlineData("ftp://127.0.0.1", "is not http")]
    [InlineData("http://127.0.0.1:5080/cchc", "\"pathBase\": \"/cchc\"")]
    [InlineData("", "such as")]
    public void AnythingElse_IsRefusedWithTheCure(string url, string said) =>
        Assert.Contains(said, Assert.Throws<UsageException>(() => ListenAddress.Read(url)).Message, StringComparison.Ordinal);
}
