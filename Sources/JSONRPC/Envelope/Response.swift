import JSON

/// The answer to one request.
package struct Response: Sendable, Hashable {
    package var id: RequestID
    package var outcome: Result<JSONValue, RPCError>

    package init(id: RequestID, outcome: Result<JSONValue, RPCError>) {
        self.id = id
        self.outcome = outcome
    }

    /// Reads what a server sent. `nil` when it is no response: no version, no id, or not exactly one of `result`
    /// and `error`.
    package init?(_ value: JSONValue) {
        guard case .object(let object) = value, object["jsonrpc"] == "2.0",
            let id = object["id"].flatMap(RequestID.init)
        else { return nil }
        switch (object["result"], object["error"]) {
        case (let result?, nil): self.init(id: id, outcome: .success(result))
        case (nil, let error?):
            guard let error = RPCError(error) else { return nil }
            self.init(id: id, outcome: .failure(error))
        default: return nil
        }
    }

    package var json: JSONValue {
        var object: JSONObject = ["jsonrpc": "2.0", "id": id.json]
        switch outcome {
        case .success(let result): object["result"] = result
        case .failure(let error): object["error"] = error.json
        }
        return .object(object)
    }
}
