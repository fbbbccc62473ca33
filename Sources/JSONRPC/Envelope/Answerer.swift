import JSON

/// Takes one message, asks for each request's result, and makes the answer.
///
/// The requests of a batch are carried out one after the other, in their order. Between two of them the task gives way,
/// so that others' requests come in between.
package struct Answerer: Sendable {
    /// What a message and its answer may hold.
    package struct Limits: Sendable, Hashable {
        /// Arrays and objects inside one another.
        package var depth = JSONParser.defaultDepth
        /// Requests in one batch.
        package var batch = 100
        /// Bytes of one answer, of a whole batch too.
        package var answer = 16 << 20

        package init() {}
    }

    package var limits: Limits

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// - Parameters:
    ///   - message: one JSON text.
    ///   - isWanted: asked before each request of a batch: once it isn't, none of the rest is begun.
    ///   - handle: carries out one request; its result is written JSON.
    /// - Returns: the answer as one JSON text; `nil` when there is none to give: a notification, or a batch of them.
    package func answer(
        _ message: [UInt8], isWanted: () -> Bool = { true },
        handle: (Request) async throws(RPCError) -> JSONText
    ) async -> [UInt8]? {
        let value: JSONValue
        do {
            value = try JSONParser.parse(message, depthLimit: limits.depth)
        } catch {
            return Self.failure(RPCError(error))
        }
        guard case .array(let entries) = value else { return await answer(one: value, handle: handle) }
        if entries.isEmpty {
            return Self.failure(
                RPCError(
                    .invalidRequest, "Invalid Request: expected at least one request in a batch, came none",
                    detail: .init(expected: "at least one request in a batch", came: "none")))
        }
        if entries.count > limits.batch {
            return Self.failure(
                RPCError(
                    .tooLarge, "A batch holds at most \(limits.batch) requests, \(entries.count) came",
                    detail: .init(expected: "at most \(limits.batch) requests", came: "\(entries.count)")))
        }
        return await answer(batch: entries, isWanted: isWanted, handle: handle)
    }

    private func answer(
        batch entries: [JSONValue], isWanted: () -> Bool,
        handle: (Request) async throws(RPCError) -> JSONText
    ) async -> [UInt8]? {
        var answers: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            if index > 0 { await Task.yield() }
            if !isWanted() { return nil }
            guard var one = await answer(one: entry, handle: handle) else { continue }
            if answers.count + one.count > limits.answer { one = Self.failure(tooLarge, id: Self.id(of: entry)) }
            answers.append(answers.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
            answers += one
        }
        if answers.isEmpty { return nil }
        answers.append(UInt8(ascii: "]"))
        return answers
    }

    private func answer(
        one value: JSONValue, handle: (Request) async throws(RPCError) -> JSONText
    ) async -> [UInt8]? {
        let request: Request
        do {
            request = try Request(value)
        } catch {
            return Self.failure(error.error, id: error.id)
        }
        do {
            let result = try await handle(request)
            guard let id = request.id else { return nil }
            if result.bytes.count > limits.answer { return Self.failure(tooLarge, id: id) }
            var head = JSONWriter()
            head.raw(#"{"jsonrpc":"2.0","id":"#)
            head.write(id.json)
            head.raw(#","result":"#)
            // A result may be large: it is copied once.
            var answer = head.bytes
            answer.reserveCapacity(answer.count + result.bytes.count + 1)
            answer += result.bytes
            answer.append(UInt8(ascii: "}"))
            return answer
        } catch {
            return request.id.map { Self.failure(error, id: $0) }
        }
    }

    /// The answer to a message that couldn't be taken at all.
    package static func failure(_ error: RPCError, id: RequestID = .null) -> [UInt8] {
        Response(id: id, outcome: .failure(error)).json.bytes
    }

    private static func id(of entry: JSONValue) -> RequestID { entry["id"].flatMap(RequestID.init) ?? .null }

    private var tooLarge: RPCError {
        RPCError(
            .tooLarge, "The answer is larger than \(limits.answer) bytes: ask for less at a time",
            detail: .init(expected: "an answer of at most \(limits.answer) bytes", came: "more"))
    }
}
