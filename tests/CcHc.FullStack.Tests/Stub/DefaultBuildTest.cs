using CcHc.Adapters.Mail;
using CcHc.Core.Jobs;

namespace CcHc.FullStack.Tests.Stub;

public sealed class DefaultEngineTest : EngineContract
{
    protected override Task<(EngineSettings Settings, bool HasEngine)> SettingsAsync() =>
        Task.FromResult((new EngineSettings("Host=127.0.0.1;Database=never-asked", _ => RetryRule.Default), false));
}

public sealed class DefaultBuildTest
{
    private static readonly MailSettings Smtp = new() { Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "mail.so.gov.vn" };

    [Fact]
    public void Build_IsNotTheFullStack() => Assert.False(FullStackFeatures.IsBuilt);

    [Fact]
    public void Build_HasNoFileOfTheFullStack() =>
        Assert.DoesNotContain(
            Directory.GetFiles(AppContext.BaseDirectory).Select(Path.GetFileName),
            file => file!.StartsWith("Hangfire", StringComparison.Ordinal) || file.StartsWith("MailKit", StringComparison.Ordinal) || file.StartsWith("MimeKit", StringComparison.Ordinal));

    [Fact]
    public void Mail_GoesThroughSystemNetMail() => Assert.IsType<SmtpMailSender>(FullStackFeatures.CreateMailSender(Smtp, TimeProvider.System));

    [Fact]
    public void Mail_RefusesPort465_AndSaysWhatToDo() =>
        Assert.Contains("full stack", Assert.Single((Smtp with { Port = 465 }).Problems(FullStackFeatures.Mail)), StringComparison.Ordinal);
}
