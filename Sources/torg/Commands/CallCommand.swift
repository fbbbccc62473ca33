import ArgumentParser
import JSON
import JSONRPC
import Transport

/// `torg call METHOD [JSON]`
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Call any method and print its result; “torg call rpc.discover” tells them all.")

    @Argument(help: "The method, such as server.status.")
    var method: String

    @Argument(help: ArgumentHelp("The parameters, a JSON object.", valueName: "json"))
    var parameters: String?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let value: JSONValue?
        do {
            value = try parameters.map { try JSONParser.parse(Array($0.utf8)) }
        } catch {
            throw ValidationError("The parameters are not JSON: \(error)")
        }
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let result = try await client.call(method, parameters: value, timeout: nil)
            Output.json(JSONText(result).bytes)
        } catch {
            throw Session.tell(error, socket: connection.path)
        }
    }
}
