/// A mail address in the form that nearly all have: a dot-atom, an @ and a domain name (RFC 5322 `addr-spec` without quotes,
/// comments and literals; RFC 5321 for the lengths). Nothing in it can end a header or a command line's option.
package struct MailAddress: Sendable, Hashable {
    package let local: String
    /// In small letters.
    package let domain: String

    /// For a machine without a name of its own.
    package static let localhost = MailAddress(local: "torg", domain: "localhost")

    private init(local: String, domain: String) {
        self.local = local
        self.domain = domain
    }

    package var text: String { "\(local)@\(domain)" }

    /// `nil` for anything else, and for what is longer than 64 characters before the @ or 254 in all.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return nil }
        let atoms = parts[0].utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAtom) }), !parts[0].hasPrefix("-") else {
            return nil
        }
        let labels = parts[1].utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areNames = labels.allSatisfy { label in
            (1...63).contains(label.count) && label.allSatisfy { Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
                && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        }
        guard areNames else { return nil }
        local = String(parts[0])
        domain = parts[1].lowercased()
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static let signs = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isAtom(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || signs.contains(byte) }
}
