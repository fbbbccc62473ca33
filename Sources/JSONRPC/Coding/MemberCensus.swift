import JSON

/// Counts which members of which objects a type asked for, so that the others can be told.
///
/// What a type knows is learnt from what it asks for: there is no second list of names that could fall behind.
final class MemberCensus {
    final class Record {
        let path: [any CodingKey]
        let object: JSONObject
        /// Where each name stands; only for large objects, small ones are searched.
        private let index: [String: Int]?
        /// What was asked for, in order, with repeats.
        private var log: [String] = []
        /// Which members were asked for.
        private var isAsked: [Bool]

        fileprivate init(path: [any CodingKey], object: JSONObject) {
            self.path = path
            self.object = object
            isAsked = Array(repeating: false, count: object.members.count)
            // The names are unique by now.
            index =
                object.members.count <= 16
                ? nil : Dictionary(uniqueKeysWithValues: object.members.enumerated().map { ($1.name, $0) })
        }

        func value(_ name: String) -> JSONValue? {
            let place = index.map { $0[name] } ?? object.members.firstIndex { $0.name == name }
            log.append(name)
            guard let place else { return nil }
            isAsked[place] = true
            return object.members[place].value
        }

        fileprivate var strangers: [String] { zip(object.members, isAsked).filter { !$0.1 }.map(\.0.name) }
        fileprivate var hasStrangers: Bool { isAsked.contains(false) }

        /// All names that were asked for.
        fileprivate var asked: [String] {
            log.reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
        }
    }

    /// Whether what is too large is refused too.
    let holdsToBounds: Bool
    private var records: [Record] = []

    init(holdsToBounds: Bool) { self.holdsToBounds = holdsToBounds }

    func open(_ object: JSONObject, at path: [any CodingKey]) -> Record {
        let record = Record(path: path, object: object)
        records.append(record)
        return record
    }

    /// The first member that nobody asked for. A type that was tried and given up for another at the same place
    /// counts too.
    func stranger() -> ParameterError? {
        for record in records where record.hasStrangers {
            let place = ParameterError.text(of: record.path)
            let known = records.filter { ParameterError.text(of: $0.path) == place }.flatMap(\.asked)
            if let name = record.strangers.first(where: { !known.contains($0) }) {
                return unknown(name, in: record, known: known)
            }
        }
        return nil
    }

    /// Turns whatever a type threw into an error for the caller.
    func explain(_ error: any Error, root: JSONValue) -> ParameterError {
        switch error {
        case let error as ParameterError: return error
        case DecodingError.keyNotFound(let key, let context): return missing(key, at: context.codingPath)
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            let came = context.codingPath.reduce(Optional(root)) { value, key in
                key.intValue.map { value?[$0] } ?? value?[key.stringValue]
            }
            return ParameterError(path: context.codingPath, expected: context.debugDescription, came: came ?? .null)
        default:
            return ParameterError(path: [], expected: "a value that can be read", came: root)
        }
    }

    /// A member isn't there. When another stands there whose name is close, that one is told: it is a slip.
    private func missing(_ key: any CodingKey, at path: [any CodingKey]) -> ParameterError {
        let place = ParameterError.text(of: path)
        if let record = records.last(where: { ParameterError.text(of: $0.path) == place }),
            let slip = Nearest.of(key.stringValue, among: record.strangers)
        {
            return unknown(slip, in: record, known: [key.stringValue])
        }
        return ParameterError(
            parameter: ParameterError.text(of: path + [key]), expected: "a value: it is required", came: "nothing")
    }

    private func unknown(_ name: String, in record: Record, known: [String]) -> ParameterError {
        let shown = Excerpt.glimpse(name)
        let expected =
            if let nearest = Nearest.of(name, among: known) {
                "a known name (did you mean “\(nearest)”?)"
            } else if known.isEmpty {
                "no parameters"
            } else {
                "one of \(known.map { "“\($0)”" }.joined(separator: ", "))"
            }
        return ParameterError(
            parameter: ParameterError.text(of: record.path + [PathKey.name(shown)]), expected: expected,
            came: "the unknown name “\(shown)”")
    }
}
