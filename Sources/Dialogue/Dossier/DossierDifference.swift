import JSON

/// What has changed between an answer kept and the same question answered anew (`dossier.replay`).
package struct DossierDifference: Sendable, Hashable {
    /// Where, such as `plan.outreach[3].score`.
    package let path: String
    /// `nil` where it wasn't there before.
    package let before: JSONValue?
    /// `nil` where it is no longer there.
    package let after: JSONValue?

    /// Every place where two values differ, in the order of their canonical form; empty when their bytes are equal.
    package static func between(_ before: JSONValue, _ after: JSONValue) -> [DossierDifference] {
        var found: [DossierDifference] = []
        compare(before, after, at: "", into: &found)
        return found
    }

    private static func compare(
        _ before: JSONValue, _ after: JSONValue, at path: String, into found: inout [DossierDifference]
    ) {
        switch (before, after) {
        case (.object(let old), .object(let new)):
            let keys = Set(old.members.map(\.name)).union(new.members.map(\.name))
                .sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
            for key in keys {
                member(old[key], new[key], at: path.isEmpty ? key : "\(path).\(key)", into: &found)
            }
        case (.array(let old), .array(let new)):
            for index in 0..<max(old.count, new.count) {
                member(
                    before[index], after[index], at: "\(path)[\(index)]", into: &found)
            }
        default:
            if before.canonical != after.canonical {
                found.append(DossierDifference(path: path, before: before, after: after))
            }
        }
    }

    private static func member(
        _ old: JSONValue?, _ new: JSONValue?, at path: String, into found: inout [DossierDifference]
    ) {
        if let old, let new {
            compare(old, new, at: path, into: &found)
        } else {
            found.append(DossierDifference(path: path, before: old, after: new))
        }
    }
}
