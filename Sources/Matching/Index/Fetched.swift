/// What is read only so that it comes into the processor's cache. Rows lie far apart: read one by one each is waited for, asked
/// for together they come together.
enum Fetched {
    /// So that it is read although nobody needs it.
    @inline(never) @_optimize(none)
    static func keep(_ value: UInt8) {}
}
