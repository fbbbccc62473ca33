import Foundation
import GRDB
import PersonalNumbers
import Procurement

/// All by which a person can be found in the store.
struct PersonTraces {
    /// The row of the supplier, and its id.
    let row: Int64
    let id: SupplierID
    let number: OrganisationNumber?
    /// Every id that it ever had.
    let ids: Set<String>
    /// Every name that it has, as shown.
    let names: [String]
    let stems: [String]
    private let sought: SoughtNames
    /// The rows of `parties` that describe it.
    let parties: [Int64]

    /// `nil` where nobody is found.
    /// - Throws: `purgeRefused` for a company.
    init?(_ person: Purge.Person, in database: Database) throws {
        let found: Row? =
            switch person {
            case .supplier(let id):
                try SupplierFinder(database: database).row(of: id).flatMap {
                    try Row.fetchOne(
                        database, sql: "SELECT row, id, person, number FROM suppliers WHERE row = ?", arguments: [$0])
                }
            case .number(let text):
                try RegisterNumber.read(text).flatMap {
                    try Row.fetchOne(
                        database, sql: "SELECT row, id, person, number FROM suppliers WHERE key = ?",
                        arguments: [$0.stored])
                }
            }
        guard let found else { return nil }
        guard try found[2] else {
            throw StoreError.purgeRefused(
                reason: "\(try found[1] as String) is a company, and its data are nobody's own")
        }
        row = try found[0]
        id = SupplierID(try found[1] as String)
        number = (try found[3] as String?).flatMap { OrganisationNumber(stored: $0) }
        ids = Set(
            try String.fetchAll(
                database, sql: "SELECT alias FROM supplier_aliases WHERE supplier = ?", arguments: [row])
        ).union([id.rawValue])
        names = try String.fetchAll(
            database, sql: "SELECT name FROM supplier_names WHERE supplier = ? ORDER BY name", arguments: [row])
        sought = SoughtNames(names)
        let described = try Row.fetchAll(
            database, sql: "SELECT row, stem FROM parties WHERE supplier = ? ORDER BY row", arguments: [row])
        parties = try described.map { try $0[0] }
        stems = Set(try described.map { try $0[1] as String }).subtracting([""]).sorted()
    }

    func keys(_ ids: SupplierIDs) -> Set<Data> {
        Set(stems.map { ids.purgeKey(stem: $0) } + (number.map { [ids.purgeKey(number: $0)] } ?? []))
    }

    /// The text without the person; the same text where it doesn't speak of it.
    func cleaned(_ text: String) -> String {
        sought.replaced(in: withoutNumber(text) ?? text, with: PurgedPersons.mark)
    }

    /// Whether a text names the person or holds its number, however they are written. Ids are no text's matter.
    func isSpokenOf(in text: String) -> Bool { cleaned(text) != text }

    /// The same for JSON, whose texts have marks in the place of line breaks and quotes; one of its ids counts too.
    func isSpokenOf(inJSON json: Data) -> Bool {
        let text = String(decoding: json, as: UTF8.self)
        if ids.contains(where: text.contains) { return true }
        let plain = text.utf8.contains(UInt8(ascii: "\\")) ? Self.unescaped(text) : text
        return withoutNumber(plain) != nil || sought.stand(in: plain)
    }

    /// Whether bytes, of a file or of anything, hold the number.
    func isNumberHeld(by bytes: Data) -> Bool {
        guard let number else { return false }
        guard number.country == HomeCountry.code else { return bytes.range(of: Data(number.number.utf8)) != nil }
        return bytes.withUnsafeBytes { PersonalNumberScan.contains($0) { $0 == number.number } }
    }

    private func withoutNumber(_ text: String) -> String? {
        guard let number else { return nil }
        guard number.country == HomeCountry.code else {
            return text.contains(number.number) ? text.replacing(number.number, with: PurgedPersons.mark) : nil
        }
        let clean = PersonalNumberScan.replaced(in: text, with: PurgedPersons.mark) { $0 == number.number }
        return clean == text ? nil : clean
    }

    /// What the marks of JSON stand for; of no use but to be looked through.
    private static func unescaped(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "\\", let mark = scalars.next() else {
                plain.append(scalar)
                continue
            }
            switch mark {
            case "n", "r", "t": plain.append(" ")
            case "u":
                let code = (0..<4).compactMap { _ in scalars.next() }.map(Character.init)
                plain.append(UInt32(String(code), radix: 16).flatMap(Unicode.Scalar.init) ?? " ")
            default: plain.append(mark)
            }
        }
        return String(plain)
    }

    /// True for a guest without a number who is called so, alone or among other words, unless a company is called so.
    func include(guest name: String) -> Bool {
        let normalized = NormalizedName(name)
        guard normalized.form == nil || normalized.form == LegalForm.person else { return false }
        return stems.contains(normalized.stem) || isSpokenOf(in: name)
    }
}
