import API
import ArgumentParser
import Foundation
import JSON
import JSONRPC
import Procurement
import Sheets
import Transport

/// One call to the daemon on behalf of a command.
struct Session {
    let options: ConnectionOptions
    /// The language of what an error tells people, where it tells it in both.
    var language = TextLanguage.ofTerminal
    let terminal = Terminal.standardOutput()

    /// Calls a method and shows its result: as it came with `--json`, else as the lines that `show` makes of it.
    ///
    /// - Parameters:
    ///   - timeout: `nil` waits for as long as it takes.
    ///   - document: for a document of many lines and not lines for people: how it is cleaned.
    ///   - show: the lines for people.
    /// - Returns: the result.
    /// - Throws: `ExitCode`, after the error has been told.
    @discardableResult
    func run<M: Method>(
        _ method: M.Type, _ parameters: M.Parameters, timeout: Duration? = .seconds(60),
        document: ((String) -> String)? = nil,
        show: (M.Result) -> [String]
    ) async throws -> M.Result {
        do {
            let client = try await RPCClient.connect(to: options.path)
            let written = try JSONValue(writing: parameters)
            let came = try await client.call(M.name, parameters: written, timeout: timeout)
            let result = try ValueDecoder.decode(M.Result.self, from: came, unknown: .ignored)
            if options.json {
                Output.json(JSONText(came).bytes)
            } else if let document {
                Output.document(show(result).joined(separator: "\n"), document)
            } else {
                // Cleaned before it is laid out too: only then is known how wide a text is.
                let clean = CleanText.value(came)
                Output.lines(
                    show(
                        clean == came ? result : try ValueDecoder.decode(M.Result.self, from: clean, unknown: .ignored))
                )
            }
            return result
        } catch {
            throw Self.tell(error, socket: options.path, language: language)
        }
    }

    /// The answer of a method, for a command that shows another.
    ///
    /// - Throws: `ExitCode`, after the error has been told.
    func answer<M: Method>(_ method: M.Type, _ parameters: M.Parameters) async throws -> M.Result {
        do {
            return try await RPCClient.connect(to: options.path).call(method, parameters)
        } catch {
            throw Self.tell(error, socket: options.path, language: language)
        }
    }

    /// Calls a method whose answer can be a file: writes it where the person asked for that, else shows it as `run` does.
    ///
    /// - Throws: `ExitCode`, after the error has been told.
    @discardableResult
    func run<M: Method>(
        _ method: M.Type, _ parameters: M.Parameters, timeout: Duration? = .seconds(60), files: FileArguments,
        language: TextLanguage, show: (M.Result) -> [String]
    ) async throws -> M.Result where M.Result: Listed {
        guard files.isAsked else {
            return try await run(method, parameters, timeout: timeout, show: show)
        }
        return try await file(
            method, parameters, timeout: timeout, files: files, language: language,
            suppliers: \.supplierIDs
        ) { $0.workbook($1) }
    }

    /// Calls a method and writes what `workbook` makes of its answer.
    ///
    /// - Parameter suppliers: the ids of those whose numbers and addresses the tables have.
    /// - Throws: `ExitCode`, after the error has been told.
    @discardableResult
    func file<M: Method>(
        _ method: M.Type, _ parameters: M.Parameters, timeout: Duration? = .seconds(60),
        files: FileArguments,
        language: TextLanguage, suppliers: (M.Result) -> [String],
        workbook: (M.Result, SheetContext) -> Workbook
    ) async throws -> M.Result {
        do {
            let client = try await RPCClient.connect(to: options.path)
            let written = try JSONValue(writing: parameters)
            let came = try await client.call(M.name, parameters: written, timeout: timeout)
            let result = try ValueDecoder.decode(M.Result.self, from: CleanText.value(came), unknown: .ignored)
            let context = SheetContext(
                language: language, asked: Asked(method: M.name, parameters: written, at: .now),
                details: try await Self.details(suppliers(result), client))
            let lines = try files.write(workbook(result, context))
            if files.csv == "-" { return result }
            if options.json { Output.json(JSONText(came).bytes) } else { Output.lines(lines) }
            return result
        } catch {
            throw Self.tell(error, socket: options.path, language: self.language)
        }
    }

    /// What is known of suppliers, by id. One that is no longer known, or is a company that only registered, is left out.
    static func details(
        _ suppliers: [String], _ client: RPCClient
    ) async throws(RPCClientError) -> [String: SupplierDetail] {
        var details: [String: SupplierDetail] = [:]
        for id in Set(suppliers).sorted() where !id.isEmpty {
            do throws(RPCClientError) {
                let came = try await client.call("suppliers.get", parameters: ["id": .string(id)])
                details[id] =
                    (try? ValueDecoder.decode(SuppliersGet.Result.self, from: CleanText.value(came), unknown: .ignored))?
                    .supplier
            } catch {
                guard case .remote(let answer) = error, answer.code == .notFound || answer.code == .invalidParameters
                else { throw error }
            }
        }
        return details
    }

    /// Prints an error for people and gives the exit code that goes with it.
    static func tell(
        _ error: any Error, socket: String, language: TextLanguage = .ofTerminal
    ) -> ExitCode {
        let lines: [String]
        let code: Int32
        switch error {
        case let error as RPCClientError:
            (lines, code) = told(error, socket: socket, language)
        case let error as ValidationError:
            lines = [error.message]
            code = 64
        case let error as SheetError:
            lines = ["\(error)"]
            code = error.isUsage ? 64 : 73
        case let error as ParameterError:
            lines = ["the daemon's answer can't be read: \(error)"]
            code = 70
        default:
            lines = ["\(error)"]
            code = 70
        }
        Output.error(lines)
        return ExitCode(code)
    }

    private static func told(
        _ error: RPCClientError, socket: String, _ language: TextLanguage
    ) -> ([String], Int32) {
        switch error {
        case .noSocket, .refused:
            return (
                [error.description, "Start it with “systemctl start torgd”, or say where it listens with --socket."], 69
            )
        case .permissionDenied: return ([error.description], 77)
        case .badPath: return ([error.description], 64)
        case .timedOut: return ([error.description], 75)
        case .closed, .system: return ([error.description], 69)
        case .badAnswer: return ([error.description], 70)
        case .remote(let error):
            return (ObstacleList(language: language).lines(error) ?? [error.message], exitCode(of: error))
        }
    }

    private static func exitCode(of error: RPCError) -> Int32 {
        switch error.code {
        case .notFound, .infeasible: 1
        case .invalidParameters, .methodNotFound, .invalidRequest, .parseError: 64
        case .importFailed, .tooLarge: 65
        case .notAllowed: 77
        case .busy: 75
        case .storeUnavailable, .notTheLeader: 69
        case .internalError, nil: 70
        }
    }
}

extension Moment {
    /// By the machine's clock.
    static var now: Moment { Moment(secondsSinceEpoch: Int(Date().timeIntervalSince1970)) }
}
