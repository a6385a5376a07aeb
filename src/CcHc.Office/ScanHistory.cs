using CcHc.Adapters.Storage.Registers;

namespace CcHc.Office;

/// <summary>What earlier rounds left behind (hồ sơ các lần đọc): registers are recognised by it, and replaced while their files cannot be read.</summary>
public sealed record ScanHistory(RegisterSnapshots Shelf, KnownRegisters Memory);
