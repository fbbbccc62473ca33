import JSONRPC

/// The contract as an OpenRPC 1.3 document.
package enum OpenRPC {
    package static let document: JSONValue = ["openrpc": "1.3.2"]
}
