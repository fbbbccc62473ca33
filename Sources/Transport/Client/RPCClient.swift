import API
import Dispatch
import JSON
import JSONRPC

/// One connection to the daemon, for calls one after the other.
///
/// Plain blocking calls on a thread of the client's own: a command that makes one call and ends needs no event loop,
/// and whoever awaits an answer holds up no thread of Swift's pool.
package actor RPCClient {
    private let thread: ClientThread
    private var socket: ClientSocket
    private var nextID = 1

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private init(_ socket: consuming ClientSocket, on thread: ClientThread) {
        self.socket = socket
        self.thread = thread
    }

    /// Connects to the socket at `path`.
    ///
    /// - Parameter timeout: for a daemon whose queue is full.
    package static func connect(
        to path: String, timeout: Duration = .seconds(5)
    ) async throws(RPCClientError) -> RPCClient {
        let checked: SocketPath
        do throws(TransportError) {
            checked = try SocketPath(path)
        } catch {
            throw .badPath(error)
        }
        return RPCClient(
            try ClientSocket.connect(to: checked, deadline: Deadline(after: timeout)), on: ClientThread())
    }

    /// Whether the server hasn't hung up, as far as is known without asking it something.
    package var isOpen: Bool { socket.isOpen }

    /// Calls a method of the contract.
    ///
    /// - Parameter timeout: for the whole call; `nil` waits without end, as an import may need.
    /// - Throws: `RPCClientError.remote` for an error that the server answered with.
    package func call<M: Method>(
        _ method: M.Type, _ parameters: M.Parameters, timeout: Duration? = .seconds(60)
    ) throws(RPCClientError) -> M.Result {
        let written: JSONText
        do {
            written = try JSONText(writing: parameters)
        } catch {
            throw .badAnswer("the parameters can't be written: \(error)")
        }
        let result = try call(M.name, written: written, timeout: timeout)
        do throws(ParameterError) {
            return try ValueDecoder.decode(M.Result.self, from: result, unknown: .ignored)
        } catch {
            throw .badAnswer(error.description)
        }
    }

    /// Calls any method.
    ///
    /// - Parameter parameters: an object or an array; `nil` to send none.
    /// - Returns: the result as it came: members in their order, numbers digit by digit.
    package func call(
        _ method: String, parameters: JSONValue? = nil, timeout: Duration? = .seconds(60)
    ) throws(RPCClientError) -> JSONValue {
        try call(method, written: parameters.map { JSONText($0) }, timeout: timeout)
    }

    private func call(
        _ method: String, written parameters: JSONText?, timeout: Duration?
    ) throws(RPCClientError) -> JSONValue {
        let deadline = Deadline(after: timeout)
        let id = nextID
        nextID += 1
        var writer = JSONWriter()
        writer.raw(#"{"jsonrpc":"2.0","id":"#)
        writer.write(id)
        writer.raw(#","method":"#)
        writer.write(method)
        if let parameters {
            writer.raw(#","params":"#)
            writer.raw(parameters.bytes)
        }
        writer.raw("}\n")
        try socket.send(writer.bytes, deadline: deadline)
        while true {
            let response = try Self.response(in: try socket.receive(deadline: deadline))
            // An error without an id is about the connection, or about what couldn't be understood: ours.
            if response.id == .null, case .failure(let error) = response.outcome { throw .remote(error) }
            // The answer to an earlier call, which was given up.
            if case .number(let number) = response.id, let other = number.integer(Int.self), other < id { continue }
            guard response.id == .number(JSONNumber(id)) else { throw .badAnswer("it answers another call") }
            switch response.outcome {
            case .success(let result): return result
            case .failure(let error): throw .remote(error)
            }
        }
    }

    private static func response(in line: [UInt8]) throws(RPCClientError) -> Response {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONParser.parse(line)
        } catch {
            throw .badAnswer(error.description)
        }
        guard let response = Response(value) else { throw .badAnswer("it isn't a JSON-RPC 2.0 response") }
        return response
    }
}

/// The thread that a client blocks.
private final class ClientThread: SerialExecutor {
    private let queue = DispatchQueue(label: "torg.client")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
