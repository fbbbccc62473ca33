import Foundation

/// What an address or a posted form says, by name: `size=micro&size=small&nuts=SE121`.
///
/// Bounded here in bytes and in number; what a value may be is the daemon's to say, which checks it again.
struct Form: Sendable {
    private var values: [String: [String]]

    /// The longest form that is read, in bytes: a need of 20,000 characters, each written as `%C3%A5`.
    static let longest = 150_000
    private static let most = 2_000

    /// Reads `application/x-www-form-urlencoded`; what isn't of that form is left out.
    init(_ encoded: some StringProtocol) {
        var values: [String: [String]] = [:]
        if encoded.utf8.count <= Self.longest {
            for part in encoded.split(separator: "&").prefix(Self.most) {
                let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = Self.decoded(sides[0]) else { continue }
                guard let value = sides.count > 1 ? Self.decoded(sides[1]) : "" else { continue }
                values[name, default: []].append(value)
            }
        }
        self.values = values
    }

    private static func decoded(_ text: some StringProtocol) -> String? {
        text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }

    /// The first value that isn't white space alone, without such at its ends.
    subscript(name: String) -> String? {
        for value in values[name] ?? [] {
            let trimmed = value.trimmingCharacters(in: .whitespacesAndNewlines)
            if !trimmed.isEmpty { return trimmed }
        }
        return nil
    }

    /// All values, without empty ones.
    func all(_ name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

    /// The codes in a field in which people write several: `SE121, SE110`.
    func codes(_ name: String) -> [String]? {
        let codes = all(name).flatMap { $0.split { $0 == "," || $0 == " " || $0 == ";" } }.map(String.init)
        return codes.isEmpty ? nil : codes
    }

    /// Places, between commas: counties by name, everything else as NUTS codes; `nil` for none.
    func places(_ name: String) -> [String]? {
        let parts = all(name).flatMap { $0.split { $0 == "," || $0 == ";" } }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let codes = parts.flatMap { part in
            CountyTiles.code(named: part).map { [$0] } ?? part.split(separator: " ").map(String.init)
        }
        return codes.isEmpty ? nil : codes
    }

    /// The lines of a field in which people write one thing a line, without empty ones.
    func lines(_ name: String) -> [String] {
        all(name).flatMap { $0.split(whereSeparator: \.isNewline) }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The names that begin so, in their order.
    func names(beginning prefix: String) -> [String] { values.keys.filter { $0.hasPrefix(prefix) }.sorted() }

    /// With other values for one name.
    func saying(_ name: String, _ values: [String]) -> Form {
        var form = self
        form.values[name] = values
        return form
    }

    func has(_ name: String) -> Bool { values[name] != nil }
}

/// The address of a page, written so that it can be mailed: path and what it says, in a fixed order.
struct Address: Sendable, CustomStringConvertible {
    private let path: String
    private var query: [(String, String)] = []

    /// - Parameter parts: of the path, each of any characters.
    init(_ parts: String...) {
        path = "/" + parts.map(Self.encoded).joined(separator: "/")
    }

    private init(path: String, query: [(String, String)]) {
        self.path = path
        self.query = query
    }

    /// With one more thing said; `nil` says nothing.
    func saying(_ name: String, _ value: String?) -> Address {
        value.map { Address(path: path, query: query + [(name, $0)]) } ?? self
    }

    func saying(_ name: String, all values: [String]) -> Address {
        Address(path: path, query: query + values.map { (name, $0) })
    }

    /// What it says, as fields that a form carries along unseen.
    var hidden: [Fields] { query.map { ["hiddenName": .text($0.0), "hiddenValue": .text($0.1)] } }

    /// The same as a file: `/category/it.xlsx?…`.
    func file(_ kind: FileKind) -> Address { Address(path: "\(path).\(kind.rawValue)", query: query) }

    var description: String {
        query.isEmpty
            ? path
            : path + "?" + query.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
    }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

/// The files that a list can be had as.
enum FileKind: String, Sendable, CaseIterable {
    case csv, xlsx, json

    var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json"
        }
    }
}
