import Foundation
import Procurement

/// A supplier register as a CSV file: which column holds what, and its rows as entries or refusals.
struct RegisterFile {
    /// The columns that a register may have, by the name in its header. Others are passed over.
    enum Column: String, CaseIterable {
        case name, id, size, sector
        case legalForm = "legal_form"
        case sni
        case sniLabel = "sni_label"
        case cpv, nuts, description, website, email
    }

    enum Row {
        case entry(RegisterEntry, line: Int)
        case refusal(Refusal)
    }

    let path: String
    private let bytes: Data
    private let delimiter: Character
    private let columns: [Column: Int]
    private let width: Int

    /// - Throws: `StoreError.registerUnreadable` where the file can't be read or its header makes no sense.
    init(path: String) throws(StoreError) {
        func unreadable(_ reason: String) -> StoreError { .registerUnreadable(path: path, reason: reason) }
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw unreadable((error as NSError).localizedDescription)
        }
        self.path = path
        guard !bytes.prefix(4096).contains(0) else {
            throw unreadable("it is not text in UTF-8 or ISO 8859-1; export it as CSV in UTF-8")
        }
        delimiter = Self.delimiter(of: bytes)
        var records = RegisterRecords(bytes, delimiter: delimiter)
        guard let header = records.next()?.fields else { throw unreadable("it has no header line with column names") }
        var columns: [Column: Int] = [:]
        for (index, title) in header.enumerated() {
            let word = title.trimmingCharacters(in: .whitespaces).lowercased().replacing(" ", with: "_").replacing(
                "-", with: "_")
            guard let column = Column(rawValue: word) else { continue }
            guard columns.updateValue(index, forKey: column) == nil else {
                throw unreadable("the column “\(word)” is there twice")
            }
        }
        guard columns[.name] != nil else {
            throw unreadable(
                "line 1 names no column “name”; known columns are "
                    + Column.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self.columns = columns
        width = header.count
    }

    /// Its rows in order.
    var rows: some Sequence<Row> {
        RegisterRecords(bytes, delimiter: delimiter, after: 1).lazy.map { row($0) }
    }

    /// Whichever of comma, semicolon and tab the first line has most of.
    static func delimiter(of bytes: Data) -> Character {
        let line = bytes.prefix(1 << 16).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let candidates: [Character] = [",", ";", "\t"]
        return candidates.max { left, right in
            line.count { $0 == left.asciiValue } < line.count { $0 == right.asciiValue }
        } ?? ","
    }

    private func row(_ record: RegisterRecords.Record) -> Row {
        func refuse(_ reason: String, _ detail: String) -> Row {
            .refusal(Refusal(reason: reason, detail: detail, position: FeedPosition(file: path, line: record.line)))
        }
        guard let fields = record.fields else {
            return refuse(
                "bad-quotes",
                "a quote is opened and not closed, or text follows a closing quote; write \"\" for a quote inside quotes"
            )
        }
        guard fields.count == width else {
            return refuse("bad-columns", "the row has \(fields.count) fields and the header \(width)")
        }
        func text(_ column: Column) -> String? {
            guard let index = columns[column] else { return nil }
            let text = fields[index].trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? nil : text
        }
        guard let name = text(.name) else { return refuse("no-name", "the column “name” is empty") }
        guard !MaskedName.isMask(name) else {
            return refuse("masked", "the column “name” says that the name is withheld, so the row is nobody's")
        }
        var entry = RegisterEntry(name: name)
        entry.nationalID = text(.id)
        // The number itself may be personal, so it is not repeated.
        if let id = entry.nationalID, RegisterNumber.read(id) == nil {
            return refuse(
                "bad-number",
                "the column “id” holds no organisation number: ten digits with a valid check digit, or a country code before a foreign number"
            )
        }
        if let word = text(.size) {
            guard let size = SupplierSize(rawValue: word.lowercased()) else {
                return refuse(
                    "bad-size",
                    "“\(word)” is not a size; known are \(SupplierSize.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            entry.size = size
        }
        for word in (text(.cpv) ?? "").split(whereSeparator: Self.isListSeparator) {
            guard let code = CPVCode(word) else {
                return refuse("bad-cpv", "“\(word)” is not a CPV code of eight digits")
            }
            if !entry.cpv.contains(code) { entry.cpv.append(code) }
        }
        for word in (text(.nuts) ?? "").split(whereSeparator: Self.isListSeparator) {
            guard let region = NUTSCode(word) else {
                return refuse("bad-nuts", "“\(word)” is not a NUTS code such as SE121")
            }
            if !entry.nuts.contains(region) { entry.nuts.append(region) }
        }
        entry.sector = text(.sector)
        entry.legalForm = text(.legalForm)
        entry.sni = text(.sni)
        entry.sniLabel = text(.sniLabel)
        entry.description = text(.description)
        entry.website = text(.website)
        entry.email = text(.email)
        guard Party(entry) != nil else { return refuse("no-name", "the column “name” holds no letter or digit") }
        return .entry(entry, line: record.line)
    }

    private static func isListSeparator(_ character: Character) -> Bool {
        character.isWhitespace || character == "," || character == ";" || character == "|"
    }
}

/// The number in a register row. A register has no column for the country, so without a prefix it is the home country's.
enum RegisterNumber {
    static func read(_ text: String) -> OrganisationNumber? {
        OrganisationNumber(text) ?? OrganisationNumber(text, country: HomeCountry.code)
    }
}
