using CcHc.Worker.Hosting.ServiceManagers;

namespace CcHc.Worker.Tests.Hosting;

public sealed class SystemdUnitTest
{
    private static readonly ServiceDefinition Packaged = new("/usr/lib/cchc/program/cchc", "/etc/cchc/jobs.yml", "/var/lib/cchc", "", ["/srv/cchc"]);

    [Fact]
    public void TheUnitOfThePackage_IsTheOneThatIsShipped() => Assert.Equal(SystemdUnit.Shipped(), SystemdUnit.Of(Packaged));

    [Theory]
    [InlineData("Type=notify")]
    [InlineData("User=cchc")]
    [InlineData("RestartPreventExitStatus=2")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("NoNewPrivileges=true")]
    [InlineData("CapabilityBoundingSet=")]
    [InlineData("TimeoutStopSec=150")]
    public void TheServiceIsFencedIn(string line) => Assert.Contains(line, SystemdUnit.Shipped().Split('\n'));

    [Theory]
    [InlineData("/opt/cc hc/cchc", "ExecStart=\"/opt/cc hc/cchc\" serve --jobs /etc/cchc/jobs.yml")]
    [InlineData("/opt/50%/cchc", "ExecStart=/opt/50%%/cchc serve --jobs /etc/cchc/jobs.yml")]
    [InlineData("/opt/a$b/cchc", "ExecStart=\"/opt/a$$b/cchc\" serve --jobs /etc/cchc/jobs.yml")]
    [InlineData("/opt/a\"b/cchc", "ExecStart=\"/opt/a\\\"b/cchc\" serve --jobs /etc/cchc/jobs.yml")]
    [InlineData("/opt/mẫu/cchc", "ExecStart=/opt/mẫu/cchc serve --jobs /etc/cchc/jobs.yml")]
    public void APathStaysOneWord_WhateverItsSigns(string program, string line) =>
        Assert.Contains(line, SystemdUnit.Of(Packaged with { Program = program }).Split('\n'));

    [Fact]
    public void AnotherAccountAndOtherFolders_ReplaceTheShippedOnes()
    {
        var lines = SystemdUnit.Of(new("/opt/cchc/cchc", "/home/so/etc/jobs.yml", "/data", "so-nv", ["/data", "/mnt/thư mục"])).Split('\n');
        Assert.Contains("User=so-nv", lines);
        Assert.Contains("Group=so-nv", lines);
        Assert.Contains("ConditionPathExists=/home/so/etc/jobs.yml", lines);
        Assert.Contains("ReadWritePaths=-/data \"-/mnt/thư mục\"", lines);
    }
}
