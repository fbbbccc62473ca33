import Procurement

/// Reads a line of Statistics Sweden's business register: ISO 8859-1, tabs between the fields, no quotes.
struct SCBRow {
    private let number: Int
    private let names: [Int]
    private let status: Int
    private let form: Int
    private let industries: [Int]
    private let postcode: Int
    private let town: Int?
    private let registered: Int?
    private let advertising: Int
    private let count: Int
    private let version: SNIVersion

    /// - Parameter version: the edition that the codes of the file are of; no column says.
    init(_ header: RegisterHeader, version: SNIVersion) {
        func needed(_ name: String) -> Int { header.place(name) ?? 0 }
        number = needed("peorgnr")
        names = ["foretagsnamn", "namn"].compactMap(header.place)
        status = needed("ftgstat")
        form = needed("jurform")
        industries = (1...5).compactMap { header.place("ng\($0)") }
        postcode = needed("postnr")
        town = header.place("postort")
        registered = header.place("regdatktid")
        advertising = needed("reklamsparrtyp")
        count = header.count
        self.version = version
    }

    func read(_ line: [UInt8], mends: inout [String]) -> RegisterOutcome {
        var fields = line.split(separator: 9, omittingEmptySubsequences: false)
        // What is empty at the end of a line is left out now and then, or doubled.
        if fields.count < count, fields.count > count - 4 {
            fields += Array(repeating: [], count: count - fields.count)
            mends.append("short-line")
        } else if fields.count > count, fields[count...].allSatisfy(\.isEmpty) {
            fields.removeSubrange(count...)
            mends.append("extra-separator")
        }
        guard fields.count == count else {
            return .refused(
                reason: "bad-columns", detail: "the row has \(fields.count) fields and the header \(count)")
        }
        func text(_ place: Int?) -> String {
            guard let place else { return "" }
            var text = ""
            // Every byte is a character.
            text.unicodeScalars.append(contentsOf: fields[place].lazy.map { Unicode.Scalar($0) })
            return text.withSingleSpaces
        }
        let value: Int
        switch RegisterIdentity(digits: text(number)) {
        case .firm(let number): value = number
        case .person: return .person
        case .invalid:
            return .refused(reason: "bad-number", detail: "its PeOrgNr is no organisation number that can be right")
        }
        let form = text(form)
        // A natural person who trades.
        if form == "10" { return .person }
        let names = names.compactMap { RegisterText.line(text($0)) }
        guard let name = names.first else { return .refused(reason: "no-name", detail: "its Foretagsnamn is empty") }
        var firm = RegisteredFirm(source: .scb, number: value, name: name)
        firm.otherNames = names.dropFirst().filter { $0 != name }
        firm.legalForm = form.isEmpty ? nil : String(form.prefix(20))
        firm.activeStatus = Int(text(status)).flatMap { (0...99).contains($0) ? $0 : nil }
        firm.sni = industries.compactMap { Self.industry(text($0)) }
        if !firm.sni.isEmpty { firm.sniVersion = version }
        firm.registered = RegisterText.date(text(registered))
        firm.postcode = RegisterText.postcode(text(postcode))
        firm.town = RegisterText.line(text(town), longest: 60)
        firm.refusesAdvertising = Int(text(advertising)).map { $0 >= 21 && $0 <= 29 }
        return .firm(firm)
    }

    /// Two to five digits; `00000` says that none is known.
    private static func industry(_ text: String) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        return (2...5).contains(digits.utf8.count) && digits.contains { $0 != "0" } ? digits : nil
    }
}
