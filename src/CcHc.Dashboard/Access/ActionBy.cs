using CcHc.Adapters.Storage;

namespace CcHc.Dashboard.Access;

/// <summary>Who may use a page's forms, when it is not the operators: everybody for their own things, or administrators only.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ActionByAttribute(PersonRole role) : Attribute
{
    public PersonRole Role { get; } = role;
}

/// <summary>Who may open a page at all, when it is not everybody who is logged in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SeenByAttribute(PersonRole role) : Attribute
{
    public PersonRole Role { get; } = role;
}
