import API
import JSON
import JSONRPC

/// The methods that a server can carry out: checks the role, reads the parameters, writes the result.
///
/// `rpc.discover` is always among them.
package struct MethodHandlers: RequestHandler {
    /// Refuses a caller who may not call a method, by throwing -32002.
    package typealias Guard = @Sendable (_ method: any Method.Type, Peer) async throws(RPCError) -> Void

    /// Told of each call when it has ended: its method, `nil` where it isn't in the contract; what it ended in; how long it
    /// took.
    package typealias Observer = @Sendable (_ method: String?, RPCError?, Duration) -> Void

    private typealias CarryOut = @Sendable (JSONValue?, Peer) async throws(RPCError) -> JSONText

    private let observe: Observer
    private let mayCall: Guard
    private var handlers: [String: (method: any Method.Type, carryOut: CarryOut)] = [:]

    package init(
        mayCall: @escaping Guard = { _, _ throws(RPCError) in }, observe: @escaping Observer = { _, _, _ in }
    ) {
        self.observe = observe
        self.mayCall = mayCall
        on(RPCDiscover.self) { _, _ throws(RPCError) in ContractDocument(json: OpenRPC.document) }
    }

    /// Says how a method is carried out.
    package mutating func on<M: Method>(
        _ method: M.Type,
        _ carryOut: @escaping @Sendable (M.Parameters, Peer) async throws(RPCError) -> M.Result
    ) {
        onWritten(method) { parameters, peer throws(RPCError) in
            try Self.written(try await carryOut(parameters, peer))
        }
    }

    /// Says how a method is carried out by someone who writes the result.
    package mutating func onWritten<M: Method>(
        _ method: M.Type,
        _ carryOut: @escaping @Sendable (M.Parameters, Peer) async throws(RPCError) -> JSONText
    ) {
        handlers[M.name] = (
            method,
            { value, peer throws(RPCError) in
                try await carryOut(try Self.parameters(M.Parameters.self, from: value), peer)
            }
        )
    }

    /// Methods of the contract that nobody carries out.
    package var missing: [String] { Contract.methods.map { $0.name }.filter { handlers[$0] == nil } }

    package func answer(_ request: Request, from peer: Peer) async throws(RPCError) -> JSONText {
        let start = ContinuousClock.now
        let method = handlers[request.method].map { $0.method.name }
        do throws(RPCError) {
            let answer = try await carryOut(request, from: peer)
            observe(method, nil, ContinuousClock.now - start)
            return answer
        } catch {
            observe(method, error, ContinuousClock.now - start)
            throw error
        }
    }

    private func carryOut(_ request: Request, from peer: Peer) async throws(RPCError) -> JSONText {
        guard let handler = handlers[request.method] else { throw unknown(request.method) }
        try await mayCall(handler.method, peer)
        return try await handler.carryOut(request.parameters, peer)
    }

    /// Reads named parameters. None at all, and an empty array, count as no members.
    private static func parameters<P: Decodable>(_ type: P.Type, from value: JSONValue?) throws(RPCError) -> P {
        if case .array(let elements) = value, !elements.isEmpty {
            throw .invalid(ParameterError(parameter: "", expected: "named parameters", came: "an array"))
        }
        do {
            return try ValueDecoder.decode(type, from: value?.object.map(JSONValue.object) ?? .object(JSONObject()))
        } catch {
            throw .invalid(error)
        }
    }

    private static func written(_ result: some JSONWritable) throws(RPCError) -> JSONText {
        do {
            return try JSONText(writing: result)
        } catch {
            throw RPCError(.internalError, "The result can't be written as JSON")
        }
    }

    private func unknown(_ method: String) -> RPCError {
        let nearest = Nearest.of(method, among: handlers.keys.sorted())
        return RPCError(
            .methodNotFound, "Method not found\(nearest.map { ": did you mean “\($0)”?" } ?? "")",
            detail: .init(
                parameter: "method", expected: nearest.map { "“\($0)”" } ?? "a method that rpc.discover names",
                came: Excerpt.of(.string(method))))
    }
}
