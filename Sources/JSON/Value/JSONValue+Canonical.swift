/// The one form of a value that digests rest on: the same content always gives the same bytes.
///
/// It follows RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by UTF-16 code units, the shortest
/// escapes, as `JSONWriter` has them anyway, and numbers as ECMAScript writes them. One addition: whole numbers within 64 bits
/// are exact, where the RFC stops at 2⁵³.
extension JSONValue {
    /// The value with its members in that order, each name once (the last one counts), and its numbers written so.
    package var canonical: JSONValue {
        switch self {
        case .null, .bool, .string: self
        case .number(let number): .number(number.canonical)
        case .array(let elements): .array(elements.map(\.canonical))
        case .object(let object):
            .object(
                JSONObject(
                    object.lastOfEachName.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
                        .map { JSONObject.Member(name: $0.name, value: $0.value.canonical) }))
        }
    }

    /// The bytes of `canonical`.
    package var canonicalBytes: [UInt8] { canonical.bytes }
}

extension JSONObject {
    fileprivate var lastOfEachName: [Member] {
        if repeatedName == nil { return members }
        return Dictionary(members.map { ($0.name, $0.value) }) { _, last in last }
            .map { Member(name: $0.key, value: $0.value) }
    }
}

extension JSONNumber {
    fileprivate var canonical: JSONNumber {
        if let whole = Int64(text) { return JSONNumber(whole) }
        // No double holds it: there is no other way to write it.
        guard double.isFinite else { return self }
        return JSONNumber(checked: Self.ecmaScript(double))
    }

    /// ECMAScript's Number::toString, from the shortest digits that read back as the same number.
    private static func ecmaScript(_ value: Double) -> String {
        guard value != 0 else { return "0" }
        guard value > 0 else { return "-" + ecmaScript(-value) }
        let parts = "\(value)".split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = String(mantissa[0])
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        var digits = whole + fraction
        // The value is 0.digits × 10^point.
        var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.first == "0" {
            digits.removeFirst()
            point -= 1
        }
        while digits.last == "0" { digits.removeLast() }
        let count = digits.count
        if count <= point, point <= 21 { return digits + String(repeating: "0", count: point - count) }
        if point > 0, point <= 21 { return digits.prefix(point) + "." + digits.dropFirst(point) }
        if point > -6, point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
        let exponent = (point > 0 ? "e+" : "e-") + String((point - 1).magnitude)
        return count == 1 ? digits + exponent : digits.prefix(1) + "." + digits.dropFirst() + exponent
    }
}
