import Foundation
import GRDB
import Procurement

extension NoticeImporter {
    /// A party of a win, with its place.
    private struct Win: Equatable {
        var award: Int64
        var ordinal: Int64
        var party: Party
    }

    /// Makes the rows anew of those notices among `rows` whose winners or buyers are now others, and withholds masked
    /// winners.
    ///
    /// - Returns: whether any was.
    static func renew(_ rows: ClosedRange<Int64>, with importer: Self) throws -> Bool {
        var importer = importer
        let kept = try importer.database.importing(
            """
            SELECT row, json, standing = 'current' FROM notices JOIN notice_contents ON notice = row
            WHERE row BETWEEN ? AND ? ORDER BY row
            """
        ).with(rows.lowerBound).with(rows.upperBound).all {
            (row: $0.number(0), json: $0.data(1), isCurrent: $0.flag(2))
        }
        var renumbered: [(from: OrganisationNumber, to: Party)] = []
        for (row, json, isCurrent) in kept {
            let notice = try NoticeContent.notice(from: json)
            let hasMasks = notice.withMaskedWinnersWithheld.awards != notice.awards
            guard isCurrent || hasMasks else { continue }
            let before = isCurrent ? try importer.wins(of: row) : []
            let after = importer.wins(of: notice)
            if hasMasks {
                _ = try importer.rewrite(row, \.withMaskedWinnersWithheld)
            } else if try before != after || !importer.hasBuyers(notice, row) {
                try importer.publishAnew(notice, row: row)
            } else {
                continue
            }
            for win in before {
                guard let from = win.party.number, !from.isPersonal,
                    let to = after.first(where: { $0.award == win.award && $0.ordinal == win.ordinal })?.party,
                    let number = to.number, number != from, !number.isPersonal
                else { continue }
                renumbered.append((from, to))
            }
        }
        guard importer.hasChanged else { return false }
        try importer.settle()
        for (from, to) in renumbered { try importer.keepID(of: from, for: to) }
        return true
    }

    private func wins(of row: Int64) throws -> [Win] {
        try database.importing(
            """
            SELECT \(StoredParty.columns), award, ordinal FROM wins JOIN parties ON parties.row = party
            WHERE notice = ? ORDER BY award, ordinal
            """
        ).with(row).all {
            Win(
                award: $0.number(StoredParty.columnCount), ordinal: $0.number(StoredParty.columnCount + 1),
                party: StoredParty($0).party)
        }
    }

    private func wins(of notice: Notice) -> [Win] {
        let winners = NoticeRows.winners(of: notice)
        return notice.awards.enumerated().flatMap { number, award in
            award.winners.enumerated().compactMap { ordinal, winner in
                winners[winner].map { Win(award: Int64(number), ordinal: Int64(ordinal), party: $0) }
            }
        }
    }

    private func hasBuyers(_ notice: Notice, _ row: Int64) throws -> Bool {
        let kept = try database.importing(
            "SELECT ordinal, key, name FROM notice_buyers WHERE notice = ? ORDER BY ordinal"
        )
        .with(row).all { (ordinal: Int($0.number(0)), key: $0.text(1), name: $0.text(2)) }
        let read = NoticeRows.buyers(of: notice)
        return kept.elementsEqual(read) { $0 == ($1.ordinal, $1.buyer.key, $1.buyer.name) }
    }

    /// The id that a number gave, as it was read before, leads to whose the number is now.
    ///
    /// Its alias has no stem: no resolution of names takes it away.
    private func keepID(of number: OrganisationNumber, for party: Party) throws {
        try database.importing(
            """
            INSERT OR IGNORE INTO supplier_aliases (alias, stem, supplier)
            SELECT ?1, '', supplier FROM parties
            WHERE row = ?2 AND supplier IS NOT NULL AND NOT EXISTS (SELECT 1 FROM suppliers WHERE id = ?1)
            """
        ).with(number.stored).with(try PartyRows(database: database).row(of: party)).run()
    }
}
