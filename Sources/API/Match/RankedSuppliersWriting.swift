import JSON
import JSONRPC

// The answer of every match, and most of what the daemon ever writes: twenty explained suppliers are some 1,500 values.
// The suppliers can be made one after the other as they are written, so that the whole answer need not be made first.

extension RankedSuppliers {
    package var roughSize: Int {
        (matches + (newcomers ?? [])).reduce(Self.roughSize) {
            $0 + SupplierMatch.roughSize(signals: $1.signals.count, evidence: $1.evidence.count)
        }
    }

    /// Of an answer without suppliers.
    package static var roughSize: Int { 1024 }

    /// Writes this answer with so many other suppliers in place of its own, each made when it is to be written.
    /// - Parameter newcomers: nil leaves their list out.
    package func write(
        _ count: Int, newcomers: Int?, to writer: inout JSONWriter, match: (Int) -> SupplierMatch,
        newcomer: (Int) -> SupplierMatch
    ) {
        writer.raw(#"{"matches":"#)
        writer.write(count: count) { match($0).write(to: &$1) }
        if let newcomers {
            writer.raw(#","newcomers":"#)
            writer.write(count: newcomers) { newcomer($0).write(to: &$1) }
        }
        // The members after those two, as an answer without suppliers has them.
        var rest = self
        rest.matches = []
        rest.newcomers = nil
        var members = JSONWriter(capacity: Self.roughSize)
        rest.write(to: &members)
        writer.raw(Array(members.bytes.dropFirst(#"{"matches":[]"#.utf8.count)))
    }
}

extension SupplierMatch {
    package static func roughSize(signals: Int, evidence: Int) -> Int { 128 + 128 * signals + 288 * evidence }
}
