import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct WatchesAddressHandler: Handler {
    typealias Served = WatchesAddress

    let store: Store
    let domains: [String]

    func answer(_ parameters: WatchesAddress.Parameters, for peer: Peer) async throws -> WatchesAddress.Result {
        let person = UserName.of(peer)
        let earlier = try store.subscription(of: person)
        guard parameters != WatchesAddress.Parameters() else { return WatchesAddress.Result(earlier) }
        guard let address = parameters.address ?? earlier?.address else {
            throw RPCError.invalid(parameter: "address", expected: "an address, the first time", came: .null)
        }
        guard let mailbox = MailAddress(address) else {
            throw RPCError.invalid(
                parameter: "address", expected: "an address such as anna@ekby.example", came: .string(address))
        }
        guard domains.isEmpty || domains.contains(mailbox.domain) else {
            throw RPCError.invalid(
                parameter: "address",
                expected: "an address at \(domains.joined(separator: ", ")) (notify.domains in torg.yaml)",
                came: .string(address))
        }
        let subscription = Subscription(
            person: person, address: mailbox.text, language: parameters.language ?? earlier?.language ?? .sv,
            every: parameters.every ?? earlier?.every ?? .daily)
        try store.subscribe(subscription)
        return WatchesAddress.Result(subscription)
    }
}

extension WatchesAddress.Result {
    init(_ subscription: Subscription?) {
        self.init(
            address: subscription?.address, every: subscription?.every ?? .never,
            language: subscription?.language ?? .sv)
    }
}
