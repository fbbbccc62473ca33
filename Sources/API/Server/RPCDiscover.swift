import JSON
import JSONRPC

/// The contract about itself.
package enum RPCDiscover: Method {
    package static let name = "rpc.discover"
    package static let summary = "Gives this contract as an OpenRPC 1.3 document."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    package typealias Result = ContractDocument

    package static var example: Example<Self> {
        Example(NoParameters(), gives: ContractDocument(json: ["openrpc": "1.3.2"]))
    }
}

/// An OpenRPC document, made from the types of the contract (`OpenRPC.document`).
package struct ContractDocument: Described {
    package var json: JSONValue

    package init(json: JSONValue) { self.json = json }

    package init(from decoder: any Decoder) throws { json = try JSONValue(from: decoder) }

    package func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

    package init?(plain value: JSONValue) { json = value }

    package func write(to writer: inout JSONWriter) { writer.write(json) }

    package static let notes: [String: String] = [:]
}
