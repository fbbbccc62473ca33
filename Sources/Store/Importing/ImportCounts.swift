import Foundation

/// What became of the notices of an import. `seen` is always the sum of the parts.
package struct ImportCounts: Sendable, Hashable, Codable {
    /// New, and the first version of its notice in the store. Change notices (eForms) have ids of their own and count here.
    package var stored = 0
    /// Already there with the same content.
    package var unchanged = 0
    /// New, of a notice that was there in another version: the later version counts, the earlier is kept as history,
    /// whichever came first.
    package var superseded = 0
    /// Could not be read as a notice; listed with its reason.
    package var refused = 0
    /// The same id and version as a stored notice, but other content. Of all such the one with the smallest digest
    /// counts, so that the outcome doesn't depend on the order; the others are kept beside it.
    package var conflicting = 0

    package var seen: Int { stored + unchanged + superseded + refused + conflicting }

    package init() {}

    package static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.stored += right.stored
        sum.unchanged += right.unchanged
        sum.superseded += right.superseded
        sum.refused += right.refused
        sum.conflicting += right.conflicting
        return sum
    }
}

/// One import, for as long as it runs and afterwards in the store's own list.
package struct ImportID: Sendable, Hashable, CustomStringConvertible {
    let row: Int64

    /// Its number in the list.
    package var description: String { "\(row)" }
}

/// What the store remembers of one import.
package struct ImportRecord: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case feed, register, codes
    }

    package var kind: Kind
    package var paths: [String]
    package var started: Date
    /// `nil` while it runs, or when it was cut short: what was acknowledged is kept, and the same import can be run again.
    package var finished: Date?
    package var files: Int
    package var counts: ImportCounts
}
