/// Reads of which only the effect on the processor's cache is wanted.
///
/// Rows lie far apart: read one by one each is waited for; requested together they arrive together.
public enum CacheLoad {
    /// Makes the compiler keep the reads that a value was computed from.
    @inline(never) @_optimize(none) @usableFromInline
    package static func keep(_ value: UInt8) {}
}
