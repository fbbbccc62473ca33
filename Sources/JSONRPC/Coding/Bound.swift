import JSON

/// How large a value from outside may be. What is beyond it is told like a value of the wrong type: which one, what was
/// expected, what came.
///
/// A value that is of another kind than its bound is left to the type that reads it.
package indirect enum Bound: Sendable, Hashable {
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    /// At most so many characters (Unicode scalars). No text holds U+0000, whatever its bound: a path and SQLite's texts
    /// end there.
    case text(Int)
    /// At most so many elements; and what each of them may be, where its own type doesn't say.
    case list(Int, of: Bound? = nil)
    /// An object whose names aren't fixed, with at most so many; and what each of its values may be.
    case map(Int, of: Bound? = nil)

    /// Characters of a name in a map.
    package static let longestName = 100

    /// - Throws: for the value or what is in it; the first one.
    package func check(_ value: JSONValue, at path: @autoclosure () -> [any CodingKey]) throws(ParameterError) {
        switch (self, value) {
        case (.integer(let range), .number(let number)):
            if let count = number.integer(Int.self), range.contains(count) { return }
            // A fraction is no whole number in the first place, and is told so by who reads it.
            if number.double.isFinite, number.double.rounded() != number.double { return }
        case (.number(let range), .number(let number)):
            if range.contains(number.double) { return }
        case (.text(let most), .string(let text)):
            if text.utf8.count <= most || text.unicodeScalars.dropFirst(most).isEmpty {
                guard text.utf8.contains(0) else { return }
                throw ParameterError(
                    parameter: ParameterError.text(of: path()), expected: "a text without the character U+0000",
                    came: "one with it")
            }
            throw ParameterError(
                parameter: ParameterError.text(of: path()), expected: expected,
                came: "a text of \(text.unicodeScalars.count)")
        case (.list(let most, let element), .array(let elements)):
            if elements.count <= most {
                guard let element else { return }
                for (index, one) in elements.enumerated() {
                    try element.check(one, at: path() + [PathKey.index(index)])
                }
                return
            }
        case (.map(let most, let element), .object(let object)):
            if object.members.count <= most {
                for member in object.members {
                    try Bound.text(Self.longestName).check(
                        .string(member.name), at: path() + [PathKey.name(Excerpt.glimpse(member.name))])
                    try element?.check(member.value, at: path() + [PathKey.name(member.name)])
                }
                return
            }
            throw ParameterError(
                parameter: ParameterError.text(of: path()), expected: expected,
                came: "an object with \(object.members.count)")
        default: return
        }
        throw ParameterError(path: path(), expected: expected, came: value)
    }

    /// `a whole number from 1 to 1000`
    package var expected: String {
        switch self {
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
        case .text(let most): "a text of at most \(most) characters"
        case .list(let most, _): "an array of at most \(most)"
        case .map(let most, _): "an object with at most \(most) members"
        }
    }

    /// Without the point of a whole number.
    private static func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
}

/// A type that says how large its values may be when they come from outside. What is read of an answer or of what was
/// kept isn't held to it.
package protocol Bounded {
    static func check(_ value: JSONValue, at path: @autoclosure () -> [any CodingKey]) throws(ParameterError)
}

extension Bounded {
    /// For whoever can leave the telling to another.
    package static func isWithinBounds(_ value: JSONValue) -> Bool {
        do throws(ParameterError) {
            try check(value, at: [])
            return true
        } catch {
            return false
        }
    }
}
