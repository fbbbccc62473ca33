import Foundation
import Procurement

extension NoticeImporter {
    /// What is kept of the tenders of one procurement, with where it is.
    struct KnownTendering {
        var row: Int64
        var tendering: Tendering
    }

    /// The tendering without anybody who is a person: whoever reads the feed leaves them out already, and so does this.
    func withoutPersons(_ tendering: Tendering) -> Tendering {
        let kept = tendering.keeping { Party($0.organisation).map { !$0.isPerson } ?? false }
        return purged.isEmpty ? kept : purged.redacted(kept)
    }

    /// What files told of the same procurement before.
    func known(_ tendering: Tendering) throws -> KnownTendering? {
        try database.importing(
            "SELECT row, json FROM notices JOIN notice_contents ON notice = row WHERE id = ? AND version = 1"
        ).with(Tendering.idPrefix + tendering.procurement).first { ($0.number(0), $0.data(1)) }
            .flatMap { row, json in
                try NoticeContent.notice(from: json).tendering.map { KnownTendering(row: row, tendering: $0) }
            }
    }
}

extension Tendering {
    /// This with what else is known put to it; `nil` where that says nothing new.
    func merged(with other: Tendering) -> Tendering? {
        var merged = self
        merged.merge(other)
        return merged == self ? nil : merged
    }
}
