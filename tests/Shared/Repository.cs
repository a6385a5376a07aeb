namespace CcHc.Tests;

/// <summary>The repository these tests were built in.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CcHc.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("CcHc.sln was not found above the tests.");
    }
}
