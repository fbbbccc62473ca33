import Crypto
import Foundation
import GRDB
import Procurement

/// The rows of public registers as the store keeps them.
struct FirmRows {
    let database: Database

    /// Writes a row that is new or says something else than the one with its number, register and serial.
    ///
    /// - Returns: whether anything was written.
    func write(_ firm: RegisteredFirm) throws -> Bool {
        try database.importing(
            """
            INSERT INTO firm_rows (\(Self.columns), digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (number, source, serial) DO UPDATE SET (digest, name, other_names, legal_form, activity, registered,
                ended, end_reason, proceedings, successor, active_status, sni, sni_version, postcode, town,
                refuses_advertising) = (excluded.digest, excluded.name, excluded.other_names, excluded.legal_form,
                excluded.activity, excluded.registered, excluded.ended, excluded.end_reason, excluded.proceedings,
                excluded.successor, excluded.active_status, excluded.sni, excluded.sni_version, excluded.postcode,
                excluded.town, excluded.refuses_advertising)
            WHERE digest IS NOT excluded.digest
            """
        ).with(firm.number).with(firm.source.rawValue).with(firm.serial).with(firm.name)
            .with(Columns.list(firm.otherNames)).with(firm.legalForm).with(firm.activity)
            .with(firm.registered?.daysSinceEpoch).with(firm.ended?.daysSinceEpoch).with(firm.endReason)
            .with(Self.text(firm.proceedings)).with(firm.successor).with(firm.activeStatus)
            .with(firm.sni.joined(separator: " ")).with(firm.sniVersion?.rawValue).with(firm.postcode).with(firm.town)
            .with(firm.refusesAdvertising.map { $0 ? 1 : 0 }).with(Self.digest(firm)).run()
        return database.changesCount > 0
    }

    /// Works `firms` out anew for these numbers.
    func refresh(_ numbers: Set<Int>) throws {
        for number in numbers.sorted() {
            guard let portrait = FirmPortrait(try rows(of: number)) else { continue }
            // No REPLACE: it tells no trigger of the row that goes.
            try database.importing(
                """
                INSERT INTO firms (number, folded, gone) VALUES (?, ?, ?)
                ON CONFLICT (number) DO UPDATE SET folded = excluded.folded, gone = excluded.gone
                """
            ).with(number)
                .with(NormalizedName.fold(portrait.name)).with(portrait.status?.isGone == true).run()
        }
    }

    /// What the registers say of one firm, in the order that `FirmPortrait` wants.
    func rows(of number: Int) throws -> [RegisteredFirm] {
        try database.importing(
            "SELECT \(Self.columns) FROM firm_rows WHERE number = ? ORDER BY source, serial"
        ).with(number).all(Self.firm)
    }

    /// All of it, firm after firm, the numbers ascending.
    ///
    /// - Parameter isWanted: asked for each number; of others nothing is read.
    func forEach(where isWanted: (Int) -> Bool, _ body: ([RegisteredFirm]) throws -> Void) throws {
        var number = -1
        var rows: [RegisteredFirm] = []
        var isRead = false
        func take(_ row: ImportRow) throws {
            let next = Int(row.number(0))
            if next != number {
                if !rows.isEmpty { try body(rows) }
                rows.removeAll(keepingCapacity: true)
                number = next
                isRead = isWanted(next)
            }
            if isRead { rows.append(try Self.firm(row)) }
        }
        try database.importing("SELECT \(Self.columns) FROM firm_rows ORDER BY number, source, serial").forEach(take)
        if !rows.isEmpty { try body(rows) }
    }

    /// Of ten digits.
    static let numbers: ClosedRange<Int64> = 1_000_000_000...9_999_999_999

    private static let columns = """
        number, source, serial, name, other_names, legal_form, activity, registered, ended, end_reason, proceedings,
        successor, active_status, sni, sni_version, postcode, town, refuses_advertising
        """

    private static func firm(_ row: ImportRow) throws -> RegisteredFirm {
        guard let source = RegisterSource(rawValue: row.text(1)), numbers.contains(row.number(0)), !row.text(3).isEmpty
        else { throw DamagedRow("a row of a public register can't be read") }
        func day(_ column: Int32) -> CalendarDate? {
            row.optionalNumber(column).map { CalendarDate(daysSinceEpoch: Int32(clamping: $0)) }
        }
        var firm = RegisteredFirm(source: source, number: Int(row.number(0)), name: row.text(3))
        firm.serial = Int(row.number(2))
        firm.otherNames = Columns.list(row.text(4))
        firm.legalForm = row.optionalText(5)
        firm.activity = row.optionalText(6)
        firm.registered = day(7)
        firm.ended = day(8)
        firm.endReason = row.optionalText(9)
        firm.proceedings = proceedings(row.text(10))
        firm.successor = row.optionalNumber(11).map { Int($0) }
        firm.activeStatus = row.optionalNumber(12).map { Int($0) }
        firm.sni = row.text(13).split(separator: " ").map(String.init)
        firm.sniVersion = row.optionalNumber(14).flatMap { SNIVersion(rawValue: Int($0)) }
        firm.postcode = row.optionalNumber(15).map { Int($0) }
        firm.town = row.optionalText(16)
        firm.refusesAdvertising = row.optionalNumber(17).map { $0 != 0 }
        return firm
    }

    /// `KK 2024-01-02` each, with a separator between.
    private static func text(_ proceedings: [RegisteredFirm.Proceeding]) -> String {
        Columns.list(proceedings.map { "\($0.code) \($0.since?.description ?? "")" })
    }

    private static func proceedings(_ text: String) -> [RegisteredFirm.Proceeding] {
        Columns.list(text).map {
            let parts = $0.split(separator: " ")
            return .init(
                code: parts.first.map(String.init) ?? "", since: parts.dropFirst().first.flatMap { CalendarDate($0) })
        }
    }

    /// The first eight bytes of the SHA-256 of its one form.
    private static func digest(_ firm: RegisteredFirm) -> Int64 {
        SHA256.hash(data: firm.compactJSON).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
}
