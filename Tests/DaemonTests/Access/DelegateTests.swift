import API
import Foundation
import JSONRPC
import Logging
import Procurement
import Testing
import Transport

@testable import Daemon
@testable import Store

/// Persons whom a delegate speaks for, and what neither may do.
@Suite struct DelegateTests {
    private static let web: UInt32 = 60_010

    private func book(ceiling: Role = .manager, reader: [String] = []) -> RoleBook {
        func members(people: [String] = [], groups: [String] = []) -> Configuration.Members {
            Configuration.Members(users: [], groups: [], people: people, directoryGroups: groups)
        }
        return RoleBook(
            Configuration.Roles(
                reader: members(people: reader), manager: members(people: ["anna@ekby.se"], groups: ["inkop"]),
                admin: members(groups: ["it drift"]),
                delegates: Configuration.Delegates(users: ["\(Self.web)"], ceiling: ceiling)))
    }

    private func delegate(_ person: Person? = nil) -> Peer {
        let peer = Peer(pid: 1, uid: Self.web, gid: 65_000)
        if let person { #expect(peer.assume(person)) }
        return peer
    }

    /// Every method, for every role, with and without a person: whoever may is let in, and nobody else.
    @Test(arguments: [nil, "nobody@ekby.se", "anna@ekby.se", "drift@ekby.se"])
    func everyMethodIsForItsRoleAndNoOther(_ name: String?) {
        let book = book(ceiling: .admin, reader: ["somebody@ekby.se"])
        let peer = delegate(name.map { Person(name: $0, groups: $0 == "drift@ekby.se" ? ["it drift"] : []) })
        let role: Role? =
            switch name {
            case "anna@ekby.se": .manager
            case "drift@ekby.se": .admin
            default: nil
            }
        #expect(book.role(of: peer) == role)
        for method in Contract.methods {
            let isOpen = method == SessionGet.self || method == SessionAssume.self
            let isAskedByADelegateAlone = name == nil && method == ServerStatus.self
            let may = isOpen || isAskedByADelegateAlone || role.map { $0 >= method.role } == true
            let denied = Result { () throws(RPCError) in try book.check(method, for: peer) }
            if may {
                #expect((try? denied.get()) != nil, "\(method.name)")
            } else {
                #expect(throws: RPCError.self, "\(method.name)") { try denied.get() }
            }
        }
    }

    @Test func nobodyHasMoreThanTheDelegatesCeiling() {
        let drift = Person(name: "drift@ekby.se", groups: ["it drift"])
        #expect(book(ceiling: .admin).role(of: delegate(drift)) == .admin)
        #expect(book(ceiling: .manager).role(of: delegate(drift)) == .manager)
        #expect(book(ceiling: .reader).role(of: delegate(drift)) == .reader)
        #expect(book().standing(of: delegate(drift)).because.sv.contains("it drift"))
    }

    @Test func whoeverHasSignedInReadsWhereNoReaderIsNamed() {
        #expect(book().role(of: delegate(Person(name: "bo@ekby.se"))) == .reader)
        #expect(book(reader: ["eva@ekby.se"]).role(of: delegate(Person(name: "bo@ekby.se"))) == nil)
        #expect(book(reader: ["eva@ekby.se"]).role(of: delegate(Person(name: "eva@ekby.se"))) == .reader)
    }

    /// A delegate that is also named for a role has none by itself.
    @Test func delegateHasNoRoleOfItsOwn() {
        let book = RoleBook(
            Configuration.Roles(
                reader: .init(users: [], groups: []), manager: .init(users: [], groups: []),
                admin: .init(users: ["\(Self.web)"], groups: []),
                delegates: .init(users: ["\(Self.web)"], ceiling: .manager)))
        #expect(book.role(of: delegate()) == nil)
        #expect(book.role(of: delegate(Person(name: "bo@ekby.se"))) == .reader)
    }

    @Test func anAssumedNameIsWorthNothingFromAnybodyElse() {
        let peer = Peer(pid: 1, uid: 60_011, gid: 65_000)
        _ = peer.assume(Person(name: "drift@ekby.se", groups: ["it drift"]))
        #expect(book(ceiling: .admin).role(of: peer) == .reader)
        let root = Peer(pid: 1, uid: 0, gid: 0)
        #expect(book().role(of: root) == .admin)
    }

    @Test func connectionIsOnePersonsUntilItIsClosed() {
        let peer = delegate(Person(name: "anna@ekby.se"))
        #expect(!peer.assume(Person(name: "bo@ekby.se")))
        #expect(peer.person?.name == "anna@ekby.se")
        #expect(UserName.of(peer) == "anna@ekby.se via uid \(Self.web)")
        #expect(peer.caller != delegate(Person(name: "bo@ekby.se")).caller)
    }

    @Test func onlyADelegateSpeaksForOthersAndOnlyForAName() async throws {
        let book = book()
        let store = try Store.inMemory()
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let handler = SessionAssumeHandler(
            roles: book, gate: Gate(roles: book, denials: DenialBook(store: store, log: log)))
        let stranger = Peer(pid: 1, uid: 60_011, gid: 65_000)
        await #expect(throws: RPCError.self) {
            try await handler.answer(SessionAssume.Parameters(person: "anna@ekby.se"), for: stranger)
        }
        for name in ["", "anna ekby", "anna via root", "19121212-1212", "a\u{0}b"] {
            let refused = await #expect(throws: RPCError.self) {
                try await handler.answer(SessionAssume.Parameters(person: name), for: delegate())
            }
            #expect(refused?.code == .invalidParameters, "\(name)")
        }
        let stand = try await handler.answer(
            SessionAssume.Parameters(person: "bo@ekby.se", groups: ["inkop"]), for: delegate())
        #expect(stand.role == .manager)
        #expect(stand.name == "bo@ekby.se via uid \(Self.web)")
        let again = delegate(Person(name: "anna@ekby.se"))
        let refused = await #expect(throws: RPCError.self) {
            try await handler.answer(SessionAssume.Parameters(person: "bo@ekby.se"), for: again)
        }
        #expect(refused?.code == .notAllowed)
    }
}
