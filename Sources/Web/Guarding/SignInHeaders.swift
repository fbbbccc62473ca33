import HTTPTypes

/// The headers in which the web server in front says who has signed in.
///
/// They are believed because of the socket that they come on, which that server alone can open. What it doesn't set itself it must
/// take away, or a browser could; whatever is unclear is refused here, in place of being guessed at.
struct SignInHeaders: Sendable, Hashable {
    let person: HTTPField.Name
    let groups: HTTPField.Name
    /// What stands between two groups.
    let separator: Character

    /// Beyond it the daemon takes no group.
    static let mostGroups = 500
    /// The daemon's own bounds, in characters.
    private static let longestPerson = 200
    private static let longestGroup = 300
    /// What Apache writes for a variable that isn't set.
    private static let unset = "(null)"

    /// Who has signed in, by the headers of a request.
    func signedIn(_ fields: HTTPFields) throws(SignInFault) -> SignedIn {
        guard let name = try value(of: person, in: fields) else { throw .nobody(header: person.rawName) }
        // One word, as the daemon wants it: it stands on records as it is.
        guard name.count <= Self.longestPerson, name.unicodeScalars.allSatisfy(Self.isOfAWord) else {
            throw .unusable(header: person.rawName)
        }
        return SignedIn(person: name, groups: try groups(in: fields))
    }

    private func groups(in fields: HTTPFields) throws(SignInFault) -> [String] {
        guard let listed = try value(of: groups, in: fields) else { return [] }
        var found: Set<String> = []
        for part in listed.split(separator: separator) {
            let group = part.trimming(where: { $0 == " " })
            if group.isEmpty || group == Self.unset { continue }
            guard group.count <= Self.longestGroup, group.unicodeScalars.allSatisfy({ Self.isOfAWord($0) || $0 == " " })
            else { throw .unusable(header: groups.rawName) }
            found.insert(String(group))
        }
        guard found.count <= Self.mostGroups else { throw .tooManyGroups(header: groups.rawName) }
        return found.sorted()
    }

    private func value(of name: HTTPField.Name, in fields: HTTPFields) throws(SignInFault) -> String? {
        let values = fields[values: name]
        guard values.count <= 1 else { throw .twice(header: name.rawName) }
        guard let value = values.first?.trimming(where: { $0 == " " }), !value.isEmpty, value != Self.unset else {
            return nil
        }
        return String(value)
    }

    /// No blank, no control character, and none in the place of bytes that were no UTF-8.
    private static func isOfAWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isGraphemeBase && !scalar.properties.isWhitespace && scalar != "\u{FFFD}"
    }
}

extension StringProtocol {
    /// Without such characters at both ends.
    fileprivate func trimming(where isOutside: (Character) -> Bool) -> SubSequence {
        guard let first = firstIndex(where: { !isOutside($0) }), let last = lastIndex(where: { !isOutside($0) }) else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
