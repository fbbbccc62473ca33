import Procurement

/// Finds the countries of a notice's buyers, to tell whether it is asked for.
///
/// eForms names the buyers' organisations in `ContractingParty` and describes them in `Organizations`, or describes them in
/// the place; TED_EXPORT has the country in its head. Where nothing is found, or the text is in another encoding, that says
/// nothing: such a notice is kept, and torg-feed reads or refuses it.
struct BuyerCountries {
    /// ISO 3166 alpha-2.
    private(set) var found: Set<String> = []

    private enum Element {
        case organizations, organization, company, touchPoint, contractingParty, party, identification, id
        case address, country, code, other
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = MarkupScanner(bytes)
        var path: [Element] = []
        var ids: [String] = []
        var country: String?
        var countries: [String: String] = [:]
        var buyers: [String] = []
        // What stands in the place is in no order that could be relied on: the buyers' ids may come before the organisations.
        while let token = scanner.next() {
            switch token {
            case .start(let name, let attributes, let isEmpty):
                if name.isEqual("ISO_COUNTRY"), let code = Self.value(in: attributes) { add(code) }
                if !isEmpty { path.append(Self.element(name)) }
            case .end:
                if path.popLast() == .organization {
                    for id in ids { countries[id] = country }
                    (ids, country) = ([], nil)
                }
            case .text(let text):
                guard path.last == .id || path.last == .code else { continue }
                if path.last == .id, path.dropLast().last == .identification {
                    if path.contains(.organization) {
                        ids.append(text.trimmed)
                    } else if Self.isBuyer(path) {
                        buyers.append(text.trimmed)
                    }
                } else if path.last == .code, path.dropLast().last == .country, path.contains(.address) {
                    // Of the company: a contact point may be elsewhere.
                    if path.contains(.company), path.contains(.organization) {
                        country = text.trimmed
                    } else if Self.isBuyer(path) {
                        add(text.trimmed)
                    }
                }
            }
        }
        for code in buyers.compactMap({ countries[$0] }) { add(code) }
    }

    /// Whether the notice is one of those asked for, or can't be told from them.
    func admits(_ countries: Set<String>) -> Bool {
        countries.isEmpty || found.isEmpty || !found.isDisjoint(with: countries)
    }

    private mutating func add(_ code: String) {
        if let country = CountryCode.alpha2(code) { found.insert(country) }
    }

    /// A contracting party of the notice itself, not of another that it refers to.
    private static func isBuyer(_ path: [Element]) -> Bool {
        path.count > 2 && path[1] == .contractingParty && path[2] == .party
    }

    private static func value(in attributes: UnsafeBufferPointer<UInt8>) -> String? {
        String(decoding: attributes, as: UTF8.self).split(separator: "VALUE=").last.map {
            $0.dropFirst().prefix { $0 != "\"" && $0 != "'" }.uppercased()
        }
    }

    private static func element(_ name: UnsafeBufferPointer<UInt8>) -> Element {
        let all: [(StaticString, Element)] = [
            ("Organizations", .organizations), ("Organization", .organization), ("Company", .company),
            ("TouchPoint", .touchPoint), ("ContractingParty", .contractingParty), ("Party", .party),
            ("PartyIdentification", .identification), ("ID", .id), ("PostalAddress", .address),
            ("Country", .country), ("IdentificationCode", .code),
        ]
        return all.first { name.isEqual($0.0) }?.1 ?? .other
    }
}
