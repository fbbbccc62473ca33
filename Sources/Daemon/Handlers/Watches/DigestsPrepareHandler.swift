import API
import Procurement
import Store
import Transport

struct DigestsPrepareHandler: Handler {
    typealias Served = DigestsPrepare

    let store: Store
    let roles: RoleBook
    /// Whose mails they are.
    let sender: MailAddress

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> DigestsPrepare.Result {
        try roles.checkNotifier(DigestsPrepare.name, for: peer)
        let mails = try store.prepareMails(on: .today(), host: sender.domain)
        return DigestsPrepare.Result(mails: mails.map(DigestMail.init), sender: sender.text)
    }
}

extension DigestMail {
    init(_ mail: PreparedMail) {
        self.init(
            id: Int(mail.id), person: mail.subscription.person, address: mail.subscription.address,
            language: mail.subscription.language, every: mail.subscription.every, messageId: mail.message,
            prepared: Moment(mail.prepared), news: mail.news.map(NewsLine.init), count: mail.count)
    }
}
