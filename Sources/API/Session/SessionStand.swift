import JSON
import JSONRPC
import Procurement

/// Who one is to the daemon, and what that allows.
@WireType
package struct SessionStand: Described {
    /// What one is called on the record: a user of the machine, or a person and through whom.
    package var name: String
    /// The person whom the connection speaks for; absent where it speaks for who opened it.
    package var person: String?
    /// Whether this user may speak for others (roles.delegates).
    package var isDelegate: Bool
    /// What one may do; absent where that is nothing.
    package var role: Role?
    /// What gives the role, or why there is none.
    package var because: BilingualText

    static var example: SessionStand {
        SessionStand(
            name: "anna@ekby.se via torg-web", person: "anna@ekby.se", isDelegate: true, role: .manager,
            because: BilingualText(
                sv: "roles.manager.directory_groups: inkop i torg.yaml.",
                en: "roles.manager.directory_groups: inkop in torg.yaml."))
    }
}
