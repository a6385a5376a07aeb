namespace CcHc.Worker.Tests.Faults;

/// <summary>How a call to the world fails.</summary>
public enum FaultWay
{
    /// <summary>Nothing happened; the next call goes through.</summary>
    Refused,

    /// <summary>It happened, and the answer was lost.</summary>
    AnswerLost,

    /// <summary>Nothing happened, and nothing gets through any more until the program is started again.</summary>
    GoneBefore,

    /// <summary>It happened, and nothing gets through any more until the program is started again.</summary>
    GoneAfter,
}

/// <summary>The fault put into a day.</summary>
public sealed class InjectedFaultException(string what) : System.Data.Common.DbException($"Injected fault: {what}");

/// <summary>Every call to one part of the world passes here; the n-th one fails.</summary>
/// <param name="nth">From 1; 0 lets everything through.</param>
public sealed class FaultDoor(int nth, FaultWay way)
{
    private readonly Lock _turn = new();
    private bool _isGone;

    /// <summary>Lets everything through.</summary>
    public static FaultDoor Open => new(0, FaultWay.Refused);

    /// <summary>How many calls have passed so far.</summary>
    public int Calls { get; private set; }

    /// <summary>What failed; null while nothing did.</summary>
    public string? Failed { get; private set; }

    /// <summary>The program is started again, and what was gone is back.</summary>
    public void Heal()
    {
        lock (_turn)
        {
            _isGone = false;
        }
    }

    public async Task<T> PassAsync<T>(string what, Func<Task<T>> call)
    {
        var isHit = Arrive(what);
        var answer = await call();
        return isHit ? throw new InjectedFaultException(what) : answer;
    }

    public T Pass<T>(string what, Func<T> call)
    {
        var isHit = Arrive(what);
        var answer = call();
        return isHit ? throw new InjectedFaultException(what) : answer;
    }

    /// <returns>True when the call is to happen and its answer to be lost.</returns>
    private bool Arrive(string what)
    {
        lock (_turn)
        {
            if (_isGone)
            {
                throw new InjectedFaultException(what);
            }

            if (++Calls != nth)
            {
                return false;
            }

            Failed = what;
            _isGone = way is FaultWay.GoneBefore or FaultWay.GoneAfter;
            return way is FaultWay.AnswerLost or FaultWay.GoneAfter ? true : throw new InjectedFaultException(what);
        }
    }
}
