using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Mail;

public sealed class DeliveryPolicyTest
{
    private static readonly DateTimeOffset Queued = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SendOutcome Busy = new SendOutcome.TryLater("451 busy", DelayCause.AskedFor);
    private static readonly SendOutcome Lost = new SendOutcome.Unknown("answer lost");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 60)]
    [InlineData(9, 60)]
    public void Judge_WaitsLonger_AfterEachFailure(int attempts, int minutes)
    {
        var verdict = DeliveryPolicy.Default.Judge(Delivery(attempts), Busy, Queued);

        Assert.Equal(new DeliveryVerdict(DeliveryState.TryLater, Queued.AddMinutes(minutes), "451 busy", Delay: DelayCause.AskedFor), verdict);
    }

    [Fact]
    public void Judge_HoldsLetter_ThatWasNotTakenForDays()
    {
        var verdict = DeliveryPolicy.Default.Judge(Delivery(75), Busy, Queued.AddDays(3).AddMinutes(-59));

        Assert.Equal(new DeliveryVerdict(DeliveryState.Held, Error: "Given up after 75 attempts: 451 busy", Delay: DelayCause.AskedFor), verdict);
    }

    [Theory]
    [InlineData(UnknownPolicy.ResendOnce, 0, DeliveryState.Unknown, 1)]
    [InlineData(UnknownPolicy.ResendOnce, 1, DeliveryState.Held, 2)]
    [InlineData(UnknownPolicy.Hold, 0, DeliveryState.Held, 1)]
    public void Judge_SendsLetterOfUnknownOutcome_OnceMoreAtMost(UnknownPolicy policy, int unknownsBefore, DeliveryState state, int unknowns)
    {
        var verdict = (DeliveryPolicy.Default with { Unknown = policy }).Judge(Delivery(1, unknownsBefore), Lost, Queued);

        Assert.Equal((state, unknowns, "answer lost"), (verdict.State, verdict.Unknowns, verdict.Error));
        Assert.Equal(state == DeliveryState.Unknown ? Queued.AddMinutes(30) : null, verdict.NextAttemptAt);
    }

    [Fact]
    public void Judge_KeepsTheFlag_ThatALetterMayHaveArrivedTwice() =>
        Assert.Equal(new DeliveryVerdict(DeliveryState.Sent, Unknowns: 1),
            DeliveryPolicy.Default.Judge(Delivery(2, unknowns: 1), new SendOutcome.Sent(), Queued));

    [Fact]
    public void Judge_NeverTriesAgain_WhatWasRefused() =>
        Assert.Equal(
            new DeliveryVerdict(DeliveryState.Refused, Error: "550 no such user"),
            DeliveryPolicy.Default.Judge(Delivery(1), new SendOutcome.Refused("550 no such user"), Queued));

    [Fact]
    public void Judge_HoldsALetter_ThatNobodyCouldGet() =>
        Assert.Equal(
            new DeliveryVerdict(DeliveryState.Held, Error: "552 5.7.0 attachment") { IsUnfit = true },
            DeliveryPolicy.Default.Judge(Delivery(1), new SendOutcome.Unfit("552 5.7.0 attachment"), Queued));

    [Theory]
    [InlineData(DelayCause.AskedFor, 4, DeliveryState.Held)]
    [InlineData(DelayCause.MailboxFull, 4, DeliveryState.Held)]
    [InlineData(DelayCause.OurFault, 4, DeliveryState.TryLater)]
    [InlineData(DelayCause.OurAccount, 13, DeliveryState.TryLater)]
    [InlineData(DelayCause.OurAccount, 15, DeliveryState.Held)]
    public void Judge_WaitsLonger_ForWhatTheOfficeHasToMend(DelayCause cause, int days, DeliveryState state) =>
        Assert.Equal(state, DeliveryPolicy.Default.Judge(Delivery(30), new SendOutcome.TryLater("550", cause), Queued.AddDays(days)).State);

    private static ClaimedDelivery Delivery(int attempts, int unknowns = 0) =>
        new(1, "claim", Letters.Mail("thu-1"), "stp@so.gov.vn", new LetterInfo("reminder", "STP"), attempts, unknowns, Queued);
}
