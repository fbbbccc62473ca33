import API
import Foundation
import JSON
import JSONRPC
import Procurement
import Transport

/// Who has which role: users and groups of the configuration, looked up once, and persons whom delegates speak for.
///
/// Root and the daemon's own user are admins: they could read and write the store without asking. Where nobody is
/// named a reader, whoever may connect is one: the permissions of the socket have let them in already; so is whoever has
/// signed in at a delegate.
///
/// A delegate has no role of its own. What it may do is what the person may whom it speaks for, and never more than its ceiling.
struct RoleBook: Sendable {
    private struct Members: Sendable {
        var users: Set<UInt32> = []
        var groups: Set<UInt32> = []
        var people: Set<String> = []
        var directoryGroups: Set<String> = []

        func include(_ peer: Peer) -> Bool {
            users.contains(peer.uid) || groups.contains(peer.gid) || !groups.isDisjoint(with: peer.groups)
        }
    }

    /// A role, and what gives it.
    struct Standing: Sendable {
        var role: Role?
        /// Which line of the configuration, in a sentence.
        var because: BilingualText
    }

    private var members: [Role: Members] = [:]
    private var delegates: Set<UInt32> = []
    private let ceiling: Role
    private let readersAreNamed: Bool
    private var notifiers = Members()
    /// Names of the configuration that this machine doesn't know.
    private(set) var unknown: [String] = []

    init(_ roles: Configuration.Roles) {
        readersAreNamed = !roles.reader.isEmpty
        ceiling = roles.delegates.ceiling
        for (role, named) in [(Role.reader, roles.reader), (.manager, roles.manager), (.admin, roles.admin)] {
            var found = Members(people: Set(named.people), directoryGroups: Set(named.directoryGroups))
            (found.users, found.groups) = (users(named.users), groups(named.groups))
            members[role] = found
        }
        delegates = users(roles.delegates.users)
        (notifiers.users, notifiers.groups) = (users(roles.notifier.users), groups(roles.notifier.groups))
        if roles.notifier.isEmpty, let id = getpwnam(Self.usualNotifier)?.pointee.pw_uid { notifiers.users.insert(id) }
    }

    /// The user of torg-notify.service.
    private static let usualNotifier = "torg-notify"

    private mutating func users(_ names: [String]) -> Set<UInt32> {
        ids(of: names, "user") { getpwnam($0)?.pointee.pw_uid }
    }

    private mutating func groups(_ names: [String]) -> Set<UInt32> {
        ids(of: names, "group") { getgrnam($0)?.pointee.gr_gid }
    }

    /// Numbers as they are, names as the machine knows them; those that it doesn't are `unknown`.
    private mutating func ids(of names: [String], _ kind: String, _ id: (String) -> UInt32?) -> Set<UInt32> {
        var found: Set<UInt32> = []
        for name in names {
            if let id = UInt32(name) ?? id(name) { found.insert(id) } else { unknown.append("\(kind) \(name)") }
        }
        return found
    }

    /// Root and the daemon's own user speak for themselves, whatever the configuration says.
    func isDelegate(_ peer: Peer) -> Bool { delegates.contains(peer.uid) && !Self.isOwn(peer) }

    private static func isOwn(_ peer: Peer) -> Bool { peer.uid == 0 || peer.uid == geteuid() }

    /// The highest role that the peer has; `nil` for none.
    func role(of peer: Peer) -> Role? { standing(of: peer).role }

    /// The same, and why.
    func standing(of peer: Peer) -> Standing {
        if isDelegate(peer) {
            guard let person = peer.person else {
                return Standing(
                    because: BilingualText(
                        sv: "Ombudet har ingen egen roll och har inte sagt för vem det talar.",
                        en: "A delegate has no role of its own, and hasn't said whom it speaks for."))
            }
            return standing(of: person)
        }
        if Self.isOwn(peer) {
            return Standing(
                role: .admin,
                because: BilingualText(
                    sv: "Root och tjänstens egen användare är alltid admin.",
                    en: "Root and the daemon's own user are always admins."))
        }
        for role in Role.allCases.reversed() {
            guard let named = members[role] else { continue }
            if named.users.contains(peer.uid) { return Self.named(role, "users") }
            if named.groups.contains(peer.gid) || !named.groups.isDisjoint(with: peer.groups) {
                return Self.named(role, "groups")
            }
        }
        return readersAreNamed && isNotifier(peer) ? Self.named(.reader, "notifier") : unnamed
    }

    private func standing(of person: Person) -> Standing {
        for role in Role.allCases.reversed() {
            guard let named = members[role] else { continue }
            let group = person.groups.sorted().first(where: named.directoryGroups.contains)
            guard named.people.contains(person.name) || group != nil else { continue }
            let given = group.map { "directory_groups: \($0)" } ?? "people"
            return role > ceiling ? capped(role, given) : Self.named(role, given)
        }
        return unnamed
    }

    private func capped(_ role: Role, _ given: String) -> Standing {
        Standing(
            role: ceiling,
            because: BilingualText(
                sv: "roles.\(role.rawValue).\(given) i torg.yaml, men högst \(ceiling.rawValue) genom ett ombud "
                    + "(roles.delegates.ceiling).",
                en: "roles.\(role.rawValue).\(given) in torg.yaml, but at most \(ceiling.rawValue) through a delegate "
                    + "(roles.delegates.ceiling)."))
    }

    private static func named(_ role: Role, _ given: String) -> Standing {
        Standing(
            role: role,
            because: BilingualText(
                sv: "roles.\(role.rawValue).\(given) i torg.yaml.", en: "roles.\(role.rawValue).\(given) in torg.yaml.")
        )
    }

    private var unnamed: Standing {
        readersAreNamed
            ? Standing(
                because: BilingualText(
                    sv: "Ingen rad under roles i torg.yaml nämner den som frågar.",
                    en: "No line under roles in torg.yaml names whoever asks."))
            : Standing(
                role: .reader,
                because: BilingualText(
                    sv: "Ingen särskild får läsa enligt roles.reader i torg.yaml, så alla som kommer in får det.",
                    en: "roles.reader in torg.yaml names nobody, so everybody who is let in may read."))
    }

    /// What everybody may who is let in, whatever their role: to be told who they are, and to say for whom they speak, which its
    /// handler allows to delegates alone.
    static func isOpen(_ method: any API.Method.Type) -> Bool {
        method == SessionAssume.self || method == SessionGet.self
    }

    /// Who mails people their news may read everybody's, and change nothing.
    ///
    /// - Throws: -32002 for anybody but an admin and those whom the configuration names.
    func checkNotifier(_ method: String, for peer: Peer) throws(RPCError) {
        guard isNotifier(peer) || role(of: peer) == .admin else {
            throw RPCError(
                .notAllowed,
                "\(method) is for whoever mails people their news. Whoever runs the daemon says who that is under "
                    + "“roles.notifier” in torg.yaml",
                detail: .init(expected: "notifier", came: role(of: peer)?.rawValue ?? "none"))
        }
    }

    private func isNotifier(_ peer: Peer) -> Bool { !isDelegate(peer) && notifiers.include(peer) }

    /// - Throws: -32002 where the peer's role doesn't reach.
    func check(_ method: any API.Method.Type, for peer: Peer) throws(RPCError) {
        if Self.isOpen(method) { return }
        try check(method.name, isFor: method.role, peer: peer)
    }

    /// - Parameter what: a method, or a part of what it can do.
    func check(_ what: String, isFor role: Role, peer: Peer) throws(RPCError) {
        let own = self.role(of: peer)
        if let own, own >= role { return }
        // A delegate that speaks for nobody yet may ask whether the daemon is there.
        if what == ServerStatus.name, isDelegate(peer), peer.person == nil { return }
        throw RPCError(
            .notAllowed,
            "\(what) is for the role \(role.rawValue); yours is \(own?.rawValue ?? "none"). "
                + "Whoever runs the daemon gives roles by user and group under “roles” in torg.yaml",
            detail: .init(expected: role.rawValue, came: own?.rawValue ?? "none"))
    }
}
