using CcHc.Worker.Jobs;

namespace CcHc.Worker.Tests.Jobs;

public class WriteBehindTest
{
    [Fact]
    public async Task ARecording_BeginsOnceTheOneBeforeHasEnded()
    {
        var (first, order) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new List<string>());
        await using var behind = new WriteBehind(CancellationToken.None);
        await behind.StartAsync(async () =>
        {
            await first.Task;
            order.Add("first");
        });

        var second = behind.StartAsync(() =>
        {
            order.Add("second");
            return Task.CompletedTask;
        });
        Assert.False(second.IsCompleted);
        first.SetResult();
        await second;
        await behind.WaitAsync();

        Assert.Equal(["first", "second"], order);
    }

    [Fact]
    public async Task AFailedRecording_EndsTheWork_AtTheNextOne()
    {
        await using var behind = new WriteBehind(CancellationToken.None);
        await behind.StartAsync(() => throw new InvalidDataException("full"));

        await Assert.ThrowsAsync<InvalidDataException>(() => behind.StartAsync(() => Task.CompletedTask));
        await Assert.ThrowsAsync<InvalidDataException>(behind.WaitAsync);
    }

    [Fact]
    public async Task WorkThatFails_LeavesNoRecordingBehind_AndTellsItsOwnFailure()
    {
        var (under, ended) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        async Task WorkAsync()
        {
            await using var behind = new WriteBehind(CancellationToken.None);
            await behind.StartAsync(async () =>
            {
                await under.Task;
                ended = true;
                throw new InvalidDataException("full");
            });
            throw new FormatException("cannot be written");
        }

        var work = WorkAsync();
        Assert.False(work.IsCompleted);
        under.SetResult();

        await Assert.ThrowsAsync<FormatException>(() => work);
        Assert.True(ended);
    }
}
