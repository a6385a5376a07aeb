using CcHc.Adapters.Storage.Users;

namespace CcHc.Dashboard.Auth;

/// <summary>Who may use a page's forms, when it is not the operators: everybody for their own things, or administrators only.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ActionByAttribute(UserRole role) : Attribute
{
    public UserRole Role { get; } = role;
}

/// <summary>Who may open a page at all, when it is not everybody who is logged in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SeenByAttribute(UserRole role) : Attribute
{
    public UserRole Role { get; } = role;
}
