import JSON
import JSONRPC

/// The JSON Schemas (draft 7) of the contract's types, learnt from the types themselves.
///
/// An object's members are found by letting the type decode itself from a `SchemaRecorder`, which notes what is asked
/// for. So the schema can't say anything else than the code does.
package struct SchemaCollection {
    /// By the name of the type.
    package private(set) var components: [String: JSONValue] = [:]
    /// What the notes of a type miss, or say too much. Empty in a contract that is whole.
    package private(set) var faults: [String] = []
    /// True while the types of parameters are looked at, whose objects take no unknown members.
    package var isClosed = false

    package init() {}

    /// The schema of a type: a reference, for an object that is described.
    package mutating func schema<T: Decodable>(of type: T.Type) -> JSONValue {
        switch type {
        case is String.Type: return ["type": "string"]
        case is Bool.Type: return ["type": "boolean"]
        case is Double.Type: return ["type": "number"]
        case is any FixedWidthInteger.Type: return ["type": "integer"]
        case let type as any SchemaProviding.Type: return type.schema(&self)
        case let type as any Described.Type: return reference(to: type)
        default: break
        }
        if let words = Self.words(of: type) { return ["type": "string", "enum": .array(words.map(JSONValue.string))] }
        faults.append("\(type) has no schema")
        return [:]
    }

    /// The members of an object, in the order in which the type asks for them.
    package mutating func members<T: Described>(of type: T.Type) -> [Member] {
        let recorder = SchemaRecorder(self)
        do {
            _ = try T(from: recorder)
        } catch {
            faults.append("\(type) can't be recorded: \(error)")
        }
        self = recorder.schemas
        let notes = T.notes
        for member in recorder.members where notes[member.name] == nil {
            faults.append("\(type).\(member.name) has no note")
        }
        for name in notes.keys.sorted() where !recorder.members.contains(where: { $0.name == name }) {
            faults.append("\(type) has a note for “\(name)”, which is no member")
        }
        let bounds = T.bounds
        for name in bounds.keys.sorted() where !recorder.members.contains(where: { $0.name == name }) {
            faults.append("\(type) has a bound for “\(name)”, which is no member")
        }
        return recorder.members.map { member in
            var member = member
            member.note = notes[member.name] ?? ""
            if let bound = bounds[member.name] {
                if let schema = bound.added(to: member.schema) {
                    member.schema = schema
                } else {
                    faults.append("\(type).\(member.name) is of another kind than its bound")
                }
            }
            return member
        }
    }

    /// The schema of an object, written out.
    package mutating func object<T: Described>(_ type: T.Type) -> JSONValue {
        let members = members(of: type)
        var properties = JSONObject()
        for member in members {
            var schema = member.schema.object ?? JSONObject()
            schema["description"] = .string(member.note)
            properties[member.name] = .object(schema)
        }
        var object: JSONObject = ["type": "object", "properties": .object(properties)]
        let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { object["required"] = .array(required) }
        if isClosed { object["additionalProperties"] = false }
        return .object(object)
    }

    mutating func note(fault: String) { faults.append(fault) }

    private mutating func reference<T: Described>(to type: T.Type) -> JSONValue {
        let name = "\(type)"
        if components[name] == nil {
            components[name] = .null
            components[name] = object(type)
        }
        return ["$ref": .string("#/components/schemas/\(name)")]
    }

    /// The words of an enumeration of strings.
    static func words(of type: any Any.Type) -> [String]? {
        func all<E: CaseIterable & RawRepresentable>(_ type: E.Type) -> [String]? {
            type.allCases.compactMap { $0.rawValue as? String }
        }
        return (type as? any (CaseIterable & RawRepresentable).Type).flatMap { all($0) }
    }

    /// One member of an object.
    package struct Member {
        package var name: String
        package var schema: JSONValue
        package var isRequired: Bool
        package var note = ""
    }
}
