import Crypto
import Foundation
import GRDB

/// One SHA-256 over all that the store holds, in an order of its own: equal contents give equal digests, whatever
/// the order of arrival, the rows' numbers, the times and the secret behind persons' ids.
struct ContentDigest {
    let database: Database

    /// 64 hexadecimal digits.
    func hex() throws -> String {
        var hash = SHA256()
        for (table, sql) in Self.parts {
            let rows = try Row.fetchCursor(database, sql: sql)
            var next = try rows.next()
            // Of what came later an empty table changes nothing, so that a store without it has the digest that it had.
            if next == nil, Self.later.contains(table) { continue }
            hash.update(data: Data("\(table)\n".utf8))
            while let row = next {
                for value in row.databaseValues { hash.update(data: Self.bytes(value)) }
                next = try rows.next()
            }
        }
        return hash.finalize().hexadecimal
    }

    private static let later: Set = ["firms", "firms at once", "sni keys", "postcodes"]

    /// What is stored first, then what is worked out from it, so that a mistake in the working-out shows too.
    private static let parts = [
        ("notices", "SELECT id, version, digest, standing FROM notices ORDER BY id, version"),
        (
            "conflicts",
            """
            SELECT n.id, n.version, c.digest FROM conflicts c JOIN notices n ON n.row = c.notice
            ORDER BY n.id, n.version, c.digest
            """
        ),
        (
            "refusals",
            "SELECT file, line, reason, notice, detail FROM refusals ORDER BY file, line, reason, notice, detail"
        ),
        ("register", "SELECT name, number, digest FROM register ORDER BY name, number"),
        (
            "suppliers",
            """
            SELECT s.key, s.name, s.number, s.person, s.country, s.size, s.nuts, s.sni, r.name, r.number
            FROM suppliers s LEFT JOIN register r ON r.row = s.register ORDER BY s.key
            """
        ),
        (
            "names",
            """
            SELECT s.key, n.name FROM suppliers s JOIN supplier_names n ON n.supplier = s.row ORDER BY s.key, n.name
            """
        ),
        (
            "aliases",
            """
            SELECT a.alias, s.key FROM supplier_aliases a JOIN suppliers s ON s.row = a.supplier
            WHERE a.alias LIKE 'n-%' ORDER BY a.alias
            """
        ),
        (
            "wins",
            """
            SELECT n.id, w.award, w.ordinal, s.key, w.lots, w.value, w.currency, w.retold FROM wins w
            JOIN notices n ON n.row = w.notice JOIN parties p ON p.row = w.party JOIN suppliers s ON s.row = p.supplier
            ORDER BY n.id, w.award, w.ordinal
            """
        ),
        (
            "tenders",
            """
            SELECT n.id, t.lot, s.key, max(t.contracted), max(t.appealed), max(t.sni), max(t.sni_version) FROM tenders t
            JOIN notices n ON n.row = t.notice JOIN parties p ON p.row = t.party JOIN suppliers s ON s.row = p.supplier
            GROUP BY n.id, t.lot, s.key ORDER BY n.id, t.lot, s.key
            """
        ),
        (
            "lots",
            """
            SELECT n.id, l.id, l.title, l.description, l.cpv FROM lots l JOIN notices n ON n.row = l.notice
            ORDER BY n.id, l.ordinal
            """
        ),
        (
            "buyers",
            """
            SELECT n.id, b.key, b.name FROM notice_buyers b JOIN notices n ON n.row = b.notice ORDER BY n.id, b.ordinal
            """
        ),
        ("firms", "SELECT number, source, serial, digest FROM firm_rows ORDER BY number, source, serial"),
        ("firms at once", "SELECT number, folded, gone FROM firms ORDER BY number"),
        ("sni keys", "SELECT sni2025, sni2007, label FROM sni_keys ORDER BY sni2025, sni2007"),
        ("postcodes", "SELECT postcode, county, municipality FROM postcodes ORDER BY postcode"),
        ("codes", "SELECT n.id, c.code FROM notice_cpv c JOIN notices n ON n.row = c.notice ORDER BY n.id, c.code"),
    ]

    /// The kind, the length and the bytes, so that no two rows run into the same bytes.
    private static func bytes(_ value: DatabaseValue) -> Data {
        let (kind, content): (String, Data) =
            switch value.storage {
            case .null: ("n", Data())
            case .int64(let number): ("i", Data(String(number).utf8))
            case .double(let number): ("d", Data(String(number).utf8))
            case .string(let text): ("s", Data(text.utf8))
            case .blob(let data): ("b", data)
            }
        return Data("\(kind)\(content.count):".utf8) + content
    }
}
