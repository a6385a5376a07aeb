using CcHc.Adapters.Storage.Users;

namespace CcHc.Adapters.Tests.Storage.Users;

public sealed class PasswordTest
{
    [Fact]
    public void AHash_IsRightForItsPasswordAlone_AndNeverTheSameTwice()
    {
        var hash = PasswordHash.Of("mật khẩu dài của Hoa");
        Assert.True(PasswordHash.IsRight("mật khẩu dài của Hoa", hash));
        Assert.True(PasswordHash.IsRight("mật khẩu dài của Hoa".Normalize(System.Text.NormalizationForm.FormD), hash));
        Assert.False(PasswordHash.IsRight("mật khẩu dài của hoa", hash));
        Assert.False(PasswordHash.IsRight("mật khẩu dài của Hoa", null));
        Assert.NotEqual(hash, PasswordHash.Of("mật khẩu dài của Hoa"));
        Assert.DoesNotContain("Hoa", hash, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mật khẩu đủ dài", "hoa", true)]
    [InlineData("ngắn quá", "hoa", false)]
    [InlineData("đây là hoa của tôi", "hoa", false)]
    [InlineData("aaaaaaaaaaaaaaaa", "hoa", false)]
    [InlineData("abababababababab", "hoa", false)]
    public void Rules_WantALongPasswordOfItsOwn(string password, string name, bool isAllowed) =>
        Assert.Equal(isAllowed, PasswordRules.Problem(password, name) is null);
}
