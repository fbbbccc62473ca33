/// Counts which members of which objects a type asked for, so that the others can be told.
///
/// What a type knows is learnt from what it asks for: there is no second list of names that could fall behind.
final class MemberCensus {
    final class Record {
        let path: [any CodingKey]
        let object: JSONObject
        private let index: [String: Int]
        fileprivate(set) var asked: [String] = []
        private var askedNames: Set<String> = []

        fileprivate init(path: [any CodingKey], object: JSONObject) {
            self.path = path
            self.object = object
            // The names are unique by now.
            index = Dictionary(uniqueKeysWithValues: object.members.enumerated().map { ($1.name, $0) })
        }

        func value(_ name: String) -> JSONValue? {
            if askedNames.insert(name).inserted { asked.append(name) }
            return index[name].map { object.members[$0].value }
        }

        fileprivate var strangers: [String] { object.members.map(\.name).filter { !askedNames.contains($0) } }
    }

    private var records: [Record] = []

    func open(_ object: JSONObject, at path: [any CodingKey]) -> Record {
        let record = Record(path: path, object: object)
        records.append(record)
        return record
    }

    /// The first member that nobody asked for. A type that was tried and given up for another at the same place
    /// counts too.
    func stranger() -> ParameterError? {
        for record in records where !record.strangers.isEmpty {
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
        let shown = Excerpt.masked(name)
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
