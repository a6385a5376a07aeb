using CcHc.Adapters.Storage;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>What earlier rounds left behind (hồ sơ các lần đọc): registers are recognised by it, and replaced while their files cannot be read.</summary>
public sealed record RegisterRecords(RegisterShelf Shelf, RegisterMemory Memory);
