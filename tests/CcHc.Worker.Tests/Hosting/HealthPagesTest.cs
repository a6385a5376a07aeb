using System.Net;
using System.Security.Claims;
using CcHc.Worker.Hosting;
using Microsoft.AspNetCore.Http;

namespace CcHc.Worker.Tests.Hosting;

public sealed class HealthPagesTest
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "", false, true)]
    [InlineData("::1", "[::1]:5080", "", false, true)]
    [InlineData("127.0.0.1", "localhost:5080", "", false, true)]
    [InlineData("10.0.0.7", "127.0.0.1:5080", "", false, false)]
    [InlineData("127.0.0.1", "cchc.tinh.example", "", false, false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "X-Forwarded-For", false, false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "Forwarded", false, false)]
    [InlineData("10.0.0.7", "cchc.tinh.example", "X-Original-For", true, true)]
    public void WhyTheServiceIsNotReady_IsSaidOnThisMachineAndToWhoIsLoggedIn(string from, string host, string header, bool isLoggedIn, bool isSaid)
    {
        var visit = new DefaultHttpContext();
        visit.Connection.RemoteIpAddress = IPAddress.Parse(from);
        visit.Request.Host = new HostString(host);
        if (header.Length > 0)
        {
            visit.Request.Headers[header] = "10.0.0.9";
        }

        if (isLoggedIn)
        {
            visit.User = new ClaimsPrincipal(new ClaimsIdentity("test"));
        }

        Assert.Equal(isSaid, HealthPages.MaySeeWhy(visit));
    }
}
