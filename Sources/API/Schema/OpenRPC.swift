import JSON
import JSONRPC

/// The contract as an OpenRPC 1.3 document (https://spec.open-rpc.org), made from the types that serve the calls.
package enum OpenRPC {
    package static let document = make().document

    /// The document, and what the contract's notes miss (nothing, or a test fails).
    package static func make() -> (document: JSONValue, faults: [String]) {
        var schemas = SchemaCollection()
        // First all that may be sent: a type that is sent and answered is described as it may be sent.
        for method in Contract.methods { recordParameters(of: method, &schemas) }
        let methods = Contract.methods.map { describe($0, &schemas) }
        let components = schemas.components.sorted { $0.key < $1.key }
            .map { JSONObject.Member(name: $0.key, value: $0.value) }
        let document: JSONValue = [
            "openrpc": "1.3.2",
            "info": [
                "title": "Torg", "version": .string(Contract.version),
                "description":
                    """
                Recommends suppliers for public procurement. JSON-RPC 2.0 over a Unix stream socket, one UTF-8 JSON \
                text per line. Named parameters; an unknown name is an error. Results are objects. A member that is \
                not known is absent. Every number, text and list of a call has a bound; what is beyond it is refused \
                with -32602, as is a text with the character U+0000. error.data is always an object: it has \
                parameter, expected and came where they say something. The answers on one connection come in the \
                order of the calls, as do those within a batch. Who hangs up cancels what it has asked: a plan or \
                a back-test ends, what was being stored is stored. What computes for long ends with -32003 when \
                its time is up.
                """,
                "license": ["name": "Apache-2.0"],
            ],
            "methods": .array(methods),
            "components": ["schemas": .object(JSONObject(components))],
        ]
        return (document, schemas.faults)
    }

    private static func recordParameters<M: Method>(of method: M.Type, _ schemas: inout SchemaCollection) {
        schemas.isClosed = true
        _ = schemas.members(of: M.Parameters.self)
        schemas.isClosed = false
    }

    private static func describe<M: Method>(_ method: M.Type, _ schemas: inout SchemaCollection) -> JSONValue {
        schemas.isClosed = true
        let parameters = schemas.members(of: M.Parameters.self).map { member -> JSONValue in
            [
                "name": .string(member.name), "description": .string(member.note),
                "required": .bool(member.isRequired), "schema": member.schema,
            ]
        }
        schemas.isClosed = false
        // A method's own result is written out; one that several share is referred to.
        let result = "\(M.Result.self)" == "Result" ? schemas.object(M.Result.self) : schemas.schema(of: M.Result.self)
        let errors = ([.invalidParameters, .notAllowed, .busy] + M.errors).map { code -> JSONValue in
            ["code": .number(JSONNumber(code.rawValue)), "message": .string(code.title)]
        }
        return [
            "name": .string(M.name),
            "summary": .string(M.summary),
            "tags": [["name": .string(String(M.name.prefix { $0 != "." }))]],
            "x-role": .string(M.role.rawValue),
            "paramStructure": "by-name",
            "params": .array(parameters),
            "result": ["name": .string("\(M.self)Result"), "schema": result],
            "errors": .array(errors),
            "examples": [example(of: method)],
        ]
    }

    private static func example<M: Method>(of method: M.Type) -> JSONValue {
        let example = M.example
        let parameters = (value(example.parameters).object?.members ?? []).map { member -> JSONValue in
            ["name": .string(member.name), "value": member.value]
        }
        return [
            "name": .string(M.name), "params": .array(parameters),
            "result": ["name": .string("\(M.self)Result"), "value": value(example.result)],
        ]
    }

    /// Only a number that JSON has not could fail, and no example has one: a test writes them all.
    private static func value(_ value: some JSONWritable) -> JSONValue { (try? JSONValue(writing: value)) ?? .null }
}
