import API
import JSON
import JSONRPC
import Matching
import PersonalNumbers
import Procurement
import Store
import StrictYAML

/// A definition that comes as one of the contract's types, and is held to the rules of the files.
protocol SavedDefinition: OfficeDefinition {
    associatedtype Wire: Described
    /// The definitions of a file.
    static func read(_ root: YAMLNode, _ issues: ConfigurationIssues) -> [Self]
    /// The values of a file's keys.
    static func members(_ wire: Wire) -> [(key: String, value: YAMLNode.Content)]
    /// Where those of the market are kept.
    static func home(in market: Market) -> Configuration.DefinitionHome
    /// Those of the market, which are in use.
    static func inUse(in market: Market) -> [Self]
    /// What is asked for with it.
    var query: MatchQuery { get }
}

/// Reads definitions of the contract as the files are read, by the same code.
enum DefinitionReader {
    /// - Parameter place: the parameter that has the definition, such as `category` or `categories[1]`.
    /// - Throws: -32602 with every mistake.
    static func read<D: SavedDefinition>(_ wire: D.Wire, at place: String) throws(RPCError) -> D {
        let entries = D.members(wire).map { member in
            YAMLEntry(
                key: member.key, place: .init(file: "", key: "\(place).\(member.key)"),
                value: YAMLNode(member.value, at: .init(file: "", key: "\(place).\(member.key)")))
        }
        let root = YAMLNode(
            .mapping([
                YAMLEntry(
                    key: D.kind.plural, place: .init(file: ""),
                    value: YAMLNode(
                        .list([YAMLNode(.mapping(entries), at: .init(file: "", key: place))]), at: .init(file: "")))
            ]), at: .init(file: ""))
        let issues = ConfigurationIssues()
        let read = D.read(root, issues)
        do {
            try issues.check()
        } catch {
            throw Self.error(error.issues)
        }
        guard let definition = read.first else {
            throw .invalid(parameter: place, expected: "a \(D.kind.rawValue)", came: .null)
        }
        return definition
    }

    private static func error(_ issues: [ConfigurationIssue]) -> RPCError {
        // The files call it name, the contract names.
        func key(_ issue: ConfigurationIssue) -> String {
            let key = issue.place.key
            return key.hasSuffix(".name") ? key + "s" : key
        }
        let lines = issues.map { "\(key($0)): \($0.problem)" + ($0.remedy.map { " (\($0))" } ?? "") }
        return RPCError(
            .invalidParameters, lines.joined(separator: "; ").withoutPersonalNumbers,
            detail: .init(
                parameter: issues.first.map(key), expected: issues.first?.remedy,
                came: issues.first.map { $0.problem.withoutPersonalNumbers }))
    }
}

extension SavedDefinition {
    static func list(_ texts: [String]) -> YAMLNode.Content {
        .list(texts.map { YAMLNode(.text($0), at: .init(file: "")) })
    }

    static func byLanguage(_ names: SortedMap<String>) -> YAMLNode.Content {
        byLanguage(names.dictionary.mapValues { .text($0) })
    }

    static func byLanguage(_ values: [String: YAMLNode.Content]) -> YAMLNode.Content {
        .mapping(
            values.sorted { $0.key < $1.key }.map { name in
                YAMLEntry(
                    key: name.key, place: .init(file: ""), value: YAMLNode(name.value, at: .init(file: "")))
            })
    }

    /// Nobody where nothing is said.
    static func owner(_ text: String?) -> [(key: String, value: YAMLNode.Content)] {
        text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : [("owner", .text($0))] } ?? []
    }
}
