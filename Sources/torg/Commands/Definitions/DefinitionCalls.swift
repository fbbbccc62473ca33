import API
import ArgumentParser
import Procurement
import StrictYAML
import Transport

/// The calls about one kind of definitions, categories or challenges.
protocol DefinitionCalls: Sendable {
    /// One as it is saved.
    associatedtype Wire: Sendable

    static var kind: DefinitionKind { get }
    /// What one is called in a sentence: `Kategorin`, `The category`.
    static func noun(_ language: TextLanguage) -> String
    /// Those that there are, those out of use among them.
    static func current(_ session: Session) async throws -> [KeptDefinition<Wire>]
    static func save(_ change: DefinitionSaving<Wire>, _ session: Session, _ language: TextLanguage) async throws
    static func preview(_ change: DefinitionSaving<Wire>, _ question: PreviewArguments, _ session: Session) async throws
    static func take(
        file: String, retireOthers: Bool, reason: String, _ session: Session, _ speech: LanguageOption) async throws
    /// Those in use, as a file.
    static func file(_ session: Session) async throws -> String
    static func id(_ wire: Wire) -> String
}

/// A definition with where it stands.
struct KeptDefinition<Wire: Sendable>: Sendable {
    var wire: Wire
    var version: Int?
    var isRetired: Bool
}

/// A change that is to be saved or looked at.
struct DefinitionSaving<Wire: Sendable>: Sendable {
    var wire: Wire
    /// `nil` for one that is new.
    var basedOn: Int?
    var isRetired = false
    var reason: String
}

extension DefinitionCalls {
    /// The one of this id; `nil` where there is none.
    static func current(_ id: String, _ session: Session) async throws -> KeptDefinition<Wire>? {
        try await current(session).first { Self.id($0.wire) == id }
    }

    /// - Throws: `ExitCode`, after it has been told that there is none of this id.
    static func known(_ id: String, _ session: Session, _ speech: LanguageOption) async throws -> KeptDefinition<Wire> {
        if let known = try await current(id, session) { return known }
        Output.error([
            speech(
                sv: "Det finns inget ”\(id)”; ”torg \(kind.plural) --retired” visar alla.",
                en: "There is no “\(id)”; “torg \(kind.plural) --retired” shows them all.")
        ])
        throw ExitCode(1)
    }

    static func none(_ speech: LanguageOption) -> String {
        speech(
            sv:
                "Inget är upplagt än. ”torg \(kind.plural) save” lägger upp, ”torg \(kind.plural) import” läser in en fil.",
            en:
                "There is nothing yet. “torg \(kind.plural) save” makes one, “torg \(kind.plural) import” takes a file in."
        )
    }

    static func version(_ version: Int?, _ retired: Bool?, _ speech: LanguageOption) -> String {
        (version.map { "\($0)" } ?? "–") + (retired == true ? speech(sv: " (ur bruk)", en: " (out of use)") : "")
    }

    static func home(_ file: String?, _ speech: LanguageOption) -> [String] {
        file.map {
            [
                "",
                speech(
                    sv: "Listan står i \($0) och ändras där.", en: "The list is that of \($0), and is changed there."),
            ]
        } ?? []
    }

    /// What became of a save.
    static func told(
        _ id: String, version: Int, retired: Bool, changed: Bool, _ dossier: DossierReference?, _ language: TextLanguage
    ) -> [String] {
        let use =
            retired ? language.pick(sv: "ur bruk", en: "out of use") : language.pick(sv: "i bruk", en: "in use")
        let line =
            changed
            ? language.pick(
                sv: "\(noun(.sv)) \(id): version \(version) sparad, \(use).",
                en: "\(noun(.en)) \(id): version \(version) saved, \(use).")
            : language.pick(
                sv: "\(noun(.sv)) \(id) var redan sådan: version \(version), \(use).",
                en: "\(noun(.en)) \(id) was so already: version \(version), \(use).")
        return [line] + RankedList.kept(dossier, language)
    }

    /// What became of an import.
    static func told(_ result: DefinitionImport, _ language: TextLanguage) -> [String] {
        var lines = result.saved.map { saved in
            told(
                saved.id, version: saved.version, retired: saved.retired, changed: true, nil, language)[0]
        }
        lines.append(
            language.pick(
                sv: "\(result.saved.count) nya versioner, \(result.unchanged) oförändrade.",
                en: "\(result.saved.count) new versions, \(result.unchanged) unchanged."))
        if !result.others.isEmpty {
            let ids = result.others.joined(separator: ", ")
            lines.append(
                language.pick(
                    sv: "Inte i filen, och kvar i bruk: \(ids). --retire-others tar dem ur bruk.",
                    en: "Not in the file, and in use still: \(ids). --retire-others puts them out of use."))
        }
        return lines + RankedList.kept(result.dossier, language)
    }
}

extension Session {
    /// Calls a method for what a command must know before its own call.
    ///
    /// - Throws: `ExitCode`, after the error has been told.
    func ask<M: Method>(_ method: M.Type, _ parameters: M.Parameters) async throws -> M.Result {
        do {
            return try await RPCClient.connect(to: options.path).call(method, parameters)
        } catch {
            throw Self.tell(error, socket: options.path, language: language)
        }
    }
}
