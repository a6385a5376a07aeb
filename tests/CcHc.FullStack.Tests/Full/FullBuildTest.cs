using CcHc.Adapters.Mail;
using CcHc.Core.Jobs;
using CcHc.FullStack.Mail;

namespace CcHc.FullStack.Tests.Full;

/// <summary>The full stack on a machine that has no PostgreSQL: it keeps no runs, so it takes none.</summary>
public sealed class FullBuildWithoutPostgresTest : EngineContract
{
    protected override Task<(EngineSettings Settings, bool HasEngine)> SettingsAsync() => Task.FromResult((new EngineSettings(null, _ => RetryRule.Default), false));
}

public sealed class FullBuildTest
{
    private static readonly MailSettings Pickup = new() { SenderAddress = "cchc@so.gov.vn", Folder = "out" };

    [Fact]
    public void Build_IsTheFullStack() => Assert.True(FullStackFeatures.IsBuilt);

    [Fact]
    public void Mail_GoesThroughMailKit_WhereAServerIsSet()
    {
        Assert.IsType<MailKitMailSender>(FullStackFeatures.CreateMailSender(Pickup with { Mode = MailMode.Smtp, Host = "mail.so.gov.vn" }, TimeProvider.System));
        Assert.IsType<PickupFolderMailSender>(FullStackFeatures.CreateMailSender(Pickup, TimeProvider.System));
    }
}
