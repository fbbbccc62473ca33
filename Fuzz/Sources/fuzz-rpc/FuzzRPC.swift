import API
import JSON
import JSONRPC

/// Takes arbitrary bytes for what a client sends. The first byte says in pieces of which size they come; however they
/// are cut, the messages are the same, what parses is written back the same, and a call of the contract has parameters
/// or says what is wrong with them.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzRPC(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let stream = Array(bytes.dropFirst())
    let whole = frames(of: stream, piece: stream.count)
    precondition(frames(of: stream, piece: Int(bytes[0]) + 1) == whole, "the pieces matter")
    for case .message(let message) in whole { take(message) }
    return 0
}

/// Small, so that messages beyond it are met often.
private let messageLimit = 1 << 12

private func frames(of stream: [UInt8], piece: Int) -> [LineFramer.Frame] {
    var framer = LineFramer(limit: messageLimit)
    var frames: [LineFramer.Frame] = []
    for start in stride(from: 0, to: stream.count, by: piece) {
        framer.append(Array(stream[start..<min(start + piece, stream.count)]))
        while let frame = framer.next() { frames.append(frame) }
    }
    if let last = framer.finish() { frames.append(last) }
    return frames
}

private func take(_ message: [UInt8]) {
    let value: JSONValue
    do throws(JSONSyntaxError) {
        value = try JSONParser.parse(message)
    } catch {
        precondition(!RPCError(error).json.bytes.contains(UInt8(ascii: "\n")))
        return
    }
    let written = value.bytes
    precondition(!written.contains(UInt8(ascii: "\n")), "one text is one line")
    precondition((try? JSONParser.parse(written)) == value, "what is written reads back the same")
    for entry in value.array ?? [value] {
        do throws(Request.Invalid) {
            let request = try Request(entry)
            if let id = request.id { precondition(id.json == entry["id"], "the id is echoed exactly") }
            if let method = Contract.method(named: request.method) { decode(method, request.parameters) }
        } catch {
            _ = Response(id: error.id, outcome: .failure(error.error)).json.bytes
        }
    }
    _ = Response(value)
}

private func decode<M: Method>(_ method: M.Type, _ parameters: JSONValue?) {
    do throws(ParameterError) {
        let object = parameters?.object ?? JSONObject()
        _ = try ValueDecoder.decode(M.Parameters.self, from: .object(object))
    } catch {
        _ = RPCError.invalid(error).json.bytes
    }
}
