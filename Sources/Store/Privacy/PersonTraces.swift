import Foundation
import GRDB
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
        guard found[2] else {
            throw StoreError.purgeRefused(reason: "\(found[1] as String) is a company, and its data are nobody's own")
        }
        row = found[0]
        id = SupplierID(found[1] as String)
        number = (found[3] as String?).flatMap { OrganisationNumber(stored: $0) }
        ids = Set(
            try String.fetchAll(
                database, sql: "SELECT alias FROM supplier_aliases WHERE supplier = ?", arguments: [row])
        ).union([id.rawValue])
        names = try String.fetchAll(
            database, sql: "SELECT name FROM supplier_names WHERE supplier = ? ORDER BY name", arguments: [row])
        let described = try Row.fetchAll(
            database, sql: "SELECT row, stem FROM parties WHERE supplier = ? ORDER BY row", arguments: [row])
        parties = described.map { $0[0] }
        stems = Set(described.map { $0[1] as String }).subtracting([""]).sorted()
    }

    func keys(_ ids: SupplierIDs) -> Set<Data> {
        Set(stems.map { ids.purgeKey(stem: $0) } + (number.map { [ids.purgeKey(number: $0)] } ?? []))
    }

    /// What the bytes of a text hold where they may speak of the person. The six digits that every way of writing a
    /// Swedish number begins with hit some that are meant otherwise too.
    var phrases: [String] {
        var phrases = names.filter { $0.count >= 4 } + ids
        if let number { phrases.append(String(number.country == "SE" ? number.number.prefix(6) : number.number[...])) }
        return phrases
    }

    /// The ways in which the number itself is written.
    var numberForms: [String] {
        guard let number else { return [] }
        guard number.country == "SE" else { return [number.number] }
        let (day, last) = (number.number.prefix(6), number.number.suffix(4))
        return ["\(day)\(last)"] + ["-", "+", " ", "\u{a0}", "–"].map { "\(day)\($0)\(last)" }
    }

    /// The text without the person; the same text where it doesn't speak of it.
    ///
    /// Names count from four characters on, in whatever case: a shorter one would hit too much.
    func cleaned(_ text: String) -> String {
        var text = text
        for form in numberForms { text = text.replacing(form, with: PurgedPersons.mark) }
        for name in longNames {
            text = text.replacingOccurrences(of: name, with: PurgedPersons.mark, options: .caseInsensitive)
        }
        return text
    }

    /// Long names as they are, and all in small and in capital letters.
    var writtenNames: [String] { longNames.flatMap { [$0, $0.lowercased(), $0.uppercased()] } }

    /// The longest first: a shorter one may be part of it.
    private var longNames: [String] {
        names.filter { $0.count >= 4 }.sorted { ($0.count, $0) > ($1.count, $1) }
    }

    /// True for a guest without a number who is called so, alone or among other words, unless a company is called so.
    func include(guest name: String) -> Bool {
        let normalized = NormalizedName(name)
        guard normalized.form == nil || normalized.form == LegalForm.person else { return false }
        return stems.contains(normalized.stem) || cleaned(name) != name
    }
}
