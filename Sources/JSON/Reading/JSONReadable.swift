/// A type that reads itself from a value without `Codable`, where the value is as it nearly always is.
///
/// `Codable` costs a look-up for every member, and says best what is wrong; so it has all that isn't plain.
package protocol JSONReadable: Decodable {
    /// `nil` for a value that has anything unusual or wrong in it: then `init(from:)` reads it, and says what.
    init?(plain value: JSONValue)
}

extension JSONValue {
    /// The members of an object that has none twice; else `nil`.
    package var plainMembers: [JSONObject.Member]? {
        guard case .object(let object) = self, object.repeatedName == nil else { return nil }
        return object.members
    }
}
