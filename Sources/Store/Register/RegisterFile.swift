import CSV
import Procurement

/// A supplier register as a CSV file: which column holds what, and its rows as entries or refusals, one after the other.
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

    private let path: String
    private var table: CSVTable<Column>

    /// - Throws: `StoreError.registerUnreadable` where the file can't be read or its header makes no sense.
    init(path: String) throws(StoreError) {
        do {
            table = try CSVTable(path: path)
        } catch {
            throw Self.unreadable(path, error)
        }
        self.path = path
        guard table.columns.contains(.name) else {
            throw .registerUnreadable(
                path: path,
                reason: "line 1 names no column “name”; known columns are "
                    + Column.allCases.map(\.rawValue).joined(separator: ", "))
        }
    }

    /// The next row; `nil` at the end.
    mutating func next() throws(StoreError) -> Row? {
        do {
            switch try table.next() {
            case .row(let fields): return row(fields)
            case .fault(let fault): return .refusal(Refusal(fault, in: path))
            case nil: return nil
            }
        } catch {
            throw Self.unreadable(path, error)
        }
    }

    private static func unreadable(_ path: String, _ error: CSVError) -> StoreError {
        let reason =
            switch error {
            case .unreadable(let reason): reason
            case .notText: "it is not text in UTF-8 or ISO 8859-1; export it as CSV in UTF-8"
            case .noHeader: "it has no header line with column names"
            case .repeatedColumn(let column): "the column “\(column)” is there twice"
            }
        return .registerUnreadable(path: path, reason: reason)
    }

    private func row(_ fields: CSVTable<Column>.Row) -> Row {
        func refuse(_ reason: String, _ detail: String) -> Row {
            .refusal(Refusal(reason: reason, detail: detail, position: FeedPosition(file: path, line: fields.line)))
        }
        guard let name = fields[.name] else { return refuse("no-name", "the column “name” is empty") }
        guard !MaskedName.isMask(name) else {
            return refuse("masked", "the column “name” says that the name is withheld, so the row is nobody's")
        }
        var entry = RegisterEntry(name: name)
        entry.nationalID = fields[.id]
        // The number itself may be personal, so it is not repeated.
        if let id = entry.nationalID, RegisterNumber.read(id) == nil {
            return refuse(
                "bad-number",
                "the column “id” holds no organisation number: ten digits with a valid check digit, or a country code before a foreign number"
            )
        }
        if let word = fields[.size] {
            guard let size = SupplierSize(rawValue: word.lowercased()) else {
                return refuse(
                    "bad-size",
                    "“\(word)” is not a size; known are \(SupplierSize.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            entry.size = size
        }
        for word in (fields[.cpv] ?? "").split(whereSeparator: Self.isListSeparator) {
            guard let code = CPVCode(word) else {
                return refuse("bad-cpv", "“\(word)” is not a CPV code of eight digits")
            }
            if !entry.cpv.contains(code) { entry.cpv.append(code) }
        }
        for word in (fields[.nuts] ?? "").split(whereSeparator: Self.isListSeparator) {
            guard let region = NUTSCode(word) else {
                return refuse("bad-nuts", "“\(word)” is not a NUTS code such as SE121")
            }
            if !entry.nuts.contains(region) { entry.nuts.append(region) }
        }
        entry.sector = fields[.sector]
        entry.legalForm = fields[.legalForm]
        entry.sni = fields[.sni]
        entry.sniLabel = fields[.sniLabel]
        entry.description = fields[.description]
        entry.website = fields[.website]
        entry.email = fields[.email]
        guard Party(entry) != nil else { return refuse("no-name", "the column “name” holds no letter or digit") }
        return .entry(entry, line: fields.line)
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

extension Refusal {
    /// A record of a CSV file that can't be read.
    init(_ fault: CSVFault, in path: String) {
        self.init(reason: fault.reason, detail: fault.detail, position: FeedPosition(file: path, line: fault.line))
    }
}
