import API
import ArgumentParser
import Foundation
import JSON
import JSONRPC
import StrictYAML

/// A request in a file: the parameters of a method as YAML, of which JSON is a part.
enum RequestFile {
    /// - Returns: the parameters; empty ones without a file.
    /// - Throws: `ValidationError` that says what is wrong and where.
    static func read<Parameters: Decodable>(_ type: Parameters.Type, _ path: String?) throws -> Parameters {
        var value = JSONValue.object(JSONObject())
        if let path {
            let root: YAMLNode
            do { root = try YAMLFile.read(path) } catch { throw ValidationError("\(error)") }
            if case .nothing = root.content {} else { value = json(root) }
        }
        do {
            return try ValueDecoder.decode(type, from: value)
        } catch {
            throw ValidationError("\(path ?? "The request"): \(error)")
        }
    }

    /// Plain words that are numbers in JSON are numbers; `09:00` and days are text, whatever YAML 1.1 makes of them.
    private static func json(_ node: YAMLNode) -> JSONValue {
        switch node.content {
        case .nothing: .null
        case .mapping(let entries): .object(JSONObject(entries.map { .init(name: $0.key, value: json($0.value)) }))
        case .list(let items): .array(items.map(json))
        case .text(let text): node.isPlain ? plain(text) : .string(text)
        }
    }

    private static func plain(_ text: String) -> JSONValue {
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            let value = try? JSONParser.parse(Array(text.utf8))
            if case .number = value { return value ?? .null }
            return .string(text)
        }
    }
}

/// How a plan is shown, and whose hand changes it.
struct PlanArguments: ParsableArguments {
    @OptionGroup var speech: LanguageOption

    @Option(help: ArgumentHelp("Whose decision --pin and --ban are: a role.", valueName: "role"))
    var by: String?

    @Option(help: ArgumentHelp("Why, for --pin and --ban. It is shown.", valueName: "words"))
    var note: String?

    @Option(help: ArgumentHelp("The dossier that the plan belongs to. Default: a new one.", valueName: "name"))
    var dossier: String?

    /// - Throws: where a decision by hand lacks its reason.
    func reasons() throws -> (by: String, note: String) {
        guard let by, let note else {
            throw ValidationError("--pin and --ban need --by and --note: who decides, and why.")
        }
        return (by, note)
    }
}

/// When the day's slots are.
struct ProgrammeArguments: ParsableArguments {
    @Option(help: ArgumentHelp("How many slots the programme has.", valueName: "number"))
    var slots: Int?

    @Option(help: ArgumentHelp("When the first slot starts.", valueName: "time"))
    var from = "09:00"

    @Option(help: ArgumentHelp("How long each slot is.", valueName: "number"))
    var minutes = 25

    @Option(help: ArgumentHelp("Minutes between two slots.", valueName: "number"))
    var pause = 5

    /// `nil` without `--slots`.
    var programme: Programme? {
        slots.map { .regular(RegularProgramme(starts: from, count: $0, minutes: minutes, pause: pause)) }
    }
}

/// `NAME=NUMBER`, the number sometimes left out.
struct NamedCount: ExpressibleByArgument {
    let name: String
    let count: Int?

    init?(argument: String) {
        guard let cut = argument.lastIndex(of: "=") else {
            name = argument
            count = nil
            return
        }
        guard let count = Int(argument[argument.index(after: cut)...]) else { return nil }
        name = String(argument[..<cut])
        self.count = count
    }
}
