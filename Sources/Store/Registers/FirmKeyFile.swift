import CSV
import Foundation
import GRDB
import Procurement

/// A CSV file that says what codes of public registers mean: which codes of SNI 2007 a code of SNI 2025 stands for
/// (`sni2025`, `sni2007`, and what that is called, `label`), or where a postcode lies (`postcode`, `county`,
/// `municipality`). A county is a NUTS code or its Swedish number, 01 to 25.
struct FirmKeyFile {
    enum Column: String, CaseIterable {
        case sni2025, sni2007, label, postcode, county, municipality
    }

    enum Row {
        case industry(sni2025: String, sni2007: String, label: String?)
        case place(postcode: Int, county: NUTSCode?, municipality: String?)
        case refusal(Refusal)
    }

    private let path: String
    private let isOfPlaces: Bool
    private var table: CSVTable<Column>

    /// - Returns: `nil` where the file names the columns of neither.
    init?(path: String) {
        guard let table = try? CSVTable<Column>(path: path) else { return nil }
        let columns = table.columns
        isOfPlaces = columns.contains(.postcode) && !columns.isDisjoint(with: [.county, .municipality])
        guard isOfPlaces || columns.isSuperset(of: [.sni2025, .sni2007]) else { return nil }
        self.path = path
        self.table = table
    }

    mutating func next() throws(StoreError) -> Row? {
        do {
            switch try table.next() {
            case .row(let fields): return isOfPlaces ? place(fields) : industry(fields)
            case .fault(let fault): return .refusal(Refusal(fault, in: path))
            case nil: return nil
            }
        } catch {
            throw .codeListUnreadable(path: path, reason: "it can't be read to its end; give it anew")
        }
    }

    private func industry(_ fields: CSVTable<Column>.Row) -> Row {
        func code(_ column: Column) -> String? {
            let digits = (fields[column] ?? "").filter { $0 != "." }
            return (2...5).contains(digits.utf8.count) && digits.utf8.allSatisfy({ (48...57).contains($0) })
                ? digits : nil
        }
        guard let new = code(.sni2025), let old = code(.sni2007) else {
            return refuse("bad-sni", "a code of SNI has two to five digits", fields.line)
        }
        return .industry(sni2025: new, sni2007: old, label: fields[.label].map { String($0.prefix(300)) })
    }

    private func place(_ fields: CSVTable<Column>.Row) -> Row {
        let digits = (fields[.postcode] ?? "").filter { $0 != " " }
        guard digits.utf8.count == 5, let postcode = Int(digits), postcode >= 10_000 else {
            return refuse("bad-postcode", "a postcode has five digits", fields.line)
        }
        var county: NUTSCode?
        if let word = fields[.county] {
            county = Self.county(word) ?? (word.utf8.count == 5 ? NUTSCode(word) : nil)
            guard county != nil else {
                return refuse(
                    "bad-county", "a county is a NUTS code such as SE121 or a number from 01 to 25", fields.line)
            }
        }
        return .place(
            postcode: postcode, county: county, municipality: fields[.municipality].map { String($0.prefix(100)) })
    }

    private func refuse(_ reason: String, _ detail: String, _ line: Int) -> Row {
        .refusal(Refusal(reason: reason, detail: detail, position: FeedPosition(file: path, line: line)))
    }

    /// By its number, of two digits.
    private static func county(_ word: String) -> NUTSCode? {
        guard word.utf8.count == 2, word.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return UInt8(word).flatMap { SwedishCounty.regions[$0] }
    }
}

extension Store {
    /// Whether a file is a key of industries or of postcodes, by the columns that its first line names.
    static func isFirmKey(path: String) -> Bool { FirmKeyFile(path: path) != nil }

    /// Reads a key of industries or of postcodes into the store, in one transaction. What it doesn't have stays.
    func importFirmKey(path: String) throws(StoreError) -> CodeCounts {
        guard var file = FirmKeyFile(path: path) else {
            throw .codeListUnreadable(
                path: path, reason: "its first line names neither sni2025 and sni2007 nor postcode")
        }
        var rows: [FirmKeyFile.Row] = []
        while let row = try file.next() { rows.append(row) }
        let id = try beginImport(.codes, paths: [path])
        let at = timestamp
        let counts = try write { database in
            var counts = CodeCounts()
            for row in rows {
                switch row {
                case .refusal(let refusal):
                    try RefusalRows(database: database).insert(refusal, importID: id, at: at)
                    counts.refused += 1
                    continue
                case .industry(let new, let old, let label):
                    try database.importing(
                        """
                        INSERT INTO sni_keys (sni2025, sni2007, label) VALUES (?, ?, ?)
                        ON CONFLICT DO UPDATE SET label = excluded.label WHERE label IS NOT excluded.label
                        """
                    ).with(new).with(old).with(label).run()
                case .place(let postcode, let county, let municipality):
                    try database.importing(
                        """
                        INSERT INTO postcodes (postcode, county, municipality) VALUES (?, ?, ?)
                        ON CONFLICT DO UPDATE SET county = excluded.county, municipality = excluded.municipality
                        WHERE (county, municipality) IS NOT (excluded.county, excluded.municipality)
                        """
                    ).with(postcode).with(county?.code).with(municipality).run()
                }
                if database.changesCount > 0 { counts.stored += 1 } else { counts.unchanged += 1 }
            }
            try ImportRows(database: database).addRows(
                stored: counts.stored, unchanged: counts.unchanged, refused: counts.refused, to: id)
            return counts
        }
        _ = try finishImport(id, files: 1)
        return counts
    }
}
