import Procurement

/// Reads the fields of a row of Bolagsverket's bulk file, high-value data sets. `$` parts what belongs together, `|` parts
/// the elements of a list: `5560000000$ORGNR-IDORG`, `Namn$FORETAGSNAMN-ORGNAM$2020-01-02`, `gata$c/o$ORT$postnr$SE-LAND`.
struct BolagsverketRow {
    private let identity: Int
    private let name: Int
    private let form: Int
    private let ended: Int
    private let proceedings: Int
    private let activity: Int
    private let address: Int
    private let serial: Int?
    private let endReason: Int?
    private let registered: Int?

    init(_ header: RegisterHeader) {
        // The header was refused without these.
        func needed(_ name: String) -> Int { header.place(name) ?? 0 }
        identity = needed("organisationsidentitet")
        name = needed("organisationsnamn")
        form = needed("organisationsform")
        ended = needed("avregistreringsdatum")
        proceedings = needed("pagandeavvecklingselleromstruktureringsforfarande")
        activity = needed("verksamhetsbeskrivning")
        address = needed("postadress")
        serial = header.place("namnskyddslopnummer")
        endReason = header.place("avregistreringsorsak")
        registered = header.place("registreringsdatum")
    }

    /// - Parameter fields: as many as the header has.
    func read(_ fields: [[UInt8]], mends: inout [String]) -> RegisterOutcome {
        var isLatin = false
        func text(_ place: Int?) -> String {
            guard let place else { return "" }
            let (text, latin) = RegisterText.decode(fields[place])
            isLatin = isLatin || latin
            return text
        }
        let number: Int
        switch Self.identity(text(identity)) {
        case .firm(let value): number = value
        case .person: return .person
        case .invalid:
            return .refused(
                reason: "bad-number",
                detail: "its organisationsidentitet holds no organisation number that can be right")
        }
        // A sole trader's (enskild näringsidkare) number is a personal number.
        let form = Self.code(text(form))
        if form == "E" { return .person }
        let names = Self.names(text(name))
        guard let first = names.first else {
            return .refused(reason: "no-name", detail: "its organisationsnamn is empty")
        }
        var firm = RegisteredFirm(source: .bolagsverket, number: number, name: first)
        firm.otherNames = Set(names.dropFirst()).subtracting([first]).sorted()
        firm.serial = min(max(Int(text(serial).filter(\.isASCII).filter(\.isNumber)) ?? 0, 0), 99_999)
        firm.legalForm = form
        firm.ended = RegisterText.date(text(ended))
        let reason = Self.parts(text(endReason)).first ?? []
        firm.endReason = reason.first.flatMap(Self.code)
        firm.proceedings = Self.proceedings(text(proceedings))
        firm.successor = Self.successor(reason, besides: number)
        firm.registered = RegisterText.date(text(registered))
        firm.activity = RegisterText.line(text(activity), longest: RegisterText.longestActivity)
        (firm.postcode, firm.town) = Self.place(text(address))
        if isLatin { mends.append("latin-1") }
        return .firm(firm)
    }

    /// The elements of a list, each in its parts.
    private static func parts(_ text: String) -> [[Substring]] {
        text.split(separator: "|").map { $0.split(separator: "$", omittingEmptySubsequences: false) }
    }

    /// `AB-ORGFO` as `AB`, at most 20 characters.
    private static func code(_ text: some StringProtocol) -> String? {
        let code = text.split(separator: "$").first.map { $0.prefix { $0 != "-" } } ?? ""
        return code.isEmpty || !code.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
            ? nil : String(code.prefix(20))
    }

    /// `5560000000$ORGNR-IDORG`; what is a person's has another kind.
    private static func identity(_ text: String) -> RegisterIdentity {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        let read = RegisterIdentity(digits: parts.first ?? "")
        guard parts.count > 1 else { return read }
        if parts[1].hasPrefix("ORGNR") { return read }
        return parts[1].hasPrefix("PERSON") || parts[1].hasPrefix("DODSBO")
            ? .person
            : { if case .person = read { .person } else { .invalid } }()
    }

    /// Its names: the newest that is the firm's own first, then those that it has besides.
    private static func names(_ text: String) -> [String] {
        var names: [(name: String, isOwn: Bool, since: CalendarDate?)] = []
        // A separator within a name makes pieces that have no kind.
        var rest = ""
        for piece in text.split(separator: "|", omittingEmptySubsequences: false) {
            var parts = piece.split(separator: "$", omittingEmptySubsequences: false)
            guard let place = parts.lastIndex(where: { $0.hasSuffix("-ORGNAM") }), place > 0 else {
                rest += rest.isEmpty ? String(piece) : "|\(piece)"
                continue
            }
            let since = parts[(place + 1)...].lazy.compactMap { RegisterText.date($0) }.first
            let kind = parts[place]
            parts.removeSubrange(place...)
            let written = (rest.isEmpty ? "" : rest + "|") + parts.joined(separator: "$")
            rest = ""
            if let name = RegisterText.line(written) { names.append((name, kind.hasPrefix("FORETAGSNAMN"), since)) }
        }
        if names.isEmpty, let name = RegisterText.line(rest.split(separator: "$").first ?? "") { return [name] }
        names.sort {
            let (left, right) = ($0.since?.daysSinceEpoch ?? .min, $1.since?.daysSinceEpoch ?? .min)
            if $0.isOwn != $1.isOwn { return $0.isOwn }
            return left != right ? left > right : $0.name < $1.name
        }
        return names.prefix(20).map(\.name)
    }

    /// `KK-AVOMFO$2024-01-02|LI-AVOMFO$2023-05-04`, sorted, at most ten.
    private static func proceedings(_ text: String) -> [RegisteredFirm.Proceeding] {
        parts(text).compactMap { parts -> RegisteredFirm.Proceeding? in
            guard let code = parts.first.flatMap({ code($0) }) else { return nil }
            return .init(code: code, since: parts.dropFirst().lazy.compactMap { RegisterText.date($0) }.first)
        }.sorted { ($0.code, $0.since?.daysSinceEpoch ?? .min) < ($1.code, $1.since?.daysSinceEpoch ?? .min) }
            .prefix(10).map { $0 }
    }

    /// A firm's number beside the reason of being struck off: the firm that it was merged into.
    private static func successor(_ parts: [Substring], besides number: Int) -> Int? {
        for part in parts.dropFirst() {
            if case .firm(let other) = RegisterIdentity(digits: part), other != number { return other }
        }
        return nil
    }

    /// Street and c/o may name a person, and nothing needs them.
    private static func place(_ address: String) -> (postcode: Int?, town: String?) {
        let parts = address.split(separator: "$", omittingEmptySubsequences: false)
        guard let country = parts.lastIndex(where: { $0.hasSuffix("-LAND") }), country >= 2,
            parts[country].hasPrefix("SE")
        else { return (nil, nil) }
        return (
            RegisterText.postcode(parts[country - 1]), RegisterText.line(parts[country - 2], longest: 60)
        )
    }
}
