import API
import Foundation
import JSON
import JSONRPC
import Testing
import Transport

@testable import Daemon

@Suite struct RoleBookTests {
    private static let (anna, bo, eva): (UInt32, UInt32, UInt32) = (60_001, 60_002, 60_003)
    private static let (office, buyers): (UInt32, UInt32) = (61_001, 61_002)

    private func book(
        reader: Configuration.Members = .init(users: [], groups: []),
        manager: Configuration.Members = .init(users: [], groups: []),
        admin: Configuration.Members = .init(users: [], groups: [])
    ) -> RoleBook { RoleBook(Configuration.Roles(reader: reader, manager: manager, admin: admin)) }

    private func peer(_ uid: UInt32, gid: UInt32 = 65_000, groups: [UInt32] = []) -> Peer {
        Peer(pid: 1, uid: uid, gid: gid, groups: groups)
    }

    @Test func whoeverMayConnectReadsWhereNoReaderIsNamed() {
        let book = book(manager: .init(users: ["\(Self.bo)"], groups: []))
        #expect(book.role(of: peer(Self.anna)) == .reader)
        #expect(book.role(of: peer(Self.bo)) == .manager)
    }

    @Test func onlyTheNamedReadWhereReadersAreNamed() {
        let book = book(reader: .init(users: ["\(Self.anna)"], groups: ["\(Self.office)"]))
        #expect(book.role(of: peer(Self.anna)) == .reader)
        #expect(book.role(of: peer(Self.bo)) == nil)
        #expect(book.role(of: peer(Self.bo, gid: Self.office)) == .reader)
        #expect(book.role(of: peer(Self.bo, groups: [Self.buyers, Self.office])) == .reader)
        #expect(book.role(of: peer(Self.bo, groups: [Self.buyers])) == nil)
    }

    @Test func theHighestRoleCounts() {
        let book = book(
            reader: .init(users: ["\(Self.anna)"], groups: []), manager: .init(users: [], groups: ["\(Self.buyers)"]),
            admin: .init(users: ["\(Self.eva)"], groups: []))
        #expect(book.role(of: peer(Self.anna, groups: [Self.buyers])) == .manager)
        #expect(book.role(of: peer(Self.eva, groups: [Self.buyers])) == .admin)
    }

    @Test func rootAndTheDaemonsOwnUserAreAdmins() {
        let book = book(reader: .init(users: ["\(Self.anna)"], groups: []))
        #expect(book.role(of: peer(0)) == .admin)
        #expect(book.role(of: peer(geteuid())) == .admin)
    }

    /// Who mails people their news reads everybody's, and is no more than a reader besides.
    @Test func onlyAdminsAndTheNamedMailNews() throws {
        var roles = Configuration.Roles(
            reader: .init(users: ["\(Self.anna)"], groups: []), manager: .init(users: ["\(Self.eva)"], groups: []),
            admin: .init(users: [], groups: []))
        roles.notifier = .init(users: ["\(Self.bo)"], groups: [])
        let book = RoleBook(roles)
        #expect(book.role(of: peer(Self.bo)) == .reader)
        try book.checkNotifier("digests.prepare", for: peer(Self.bo))
        try book.checkNotifier("digests.prepare", for: peer(0))
        #expect(throws: RPCError.self) { try book.checkNotifier("digests.prepare", for: peer(Self.anna)) }
        #expect(throws: RPCError.self) { try book.checkNotifier("digests.prepare", for: peer(Self.eva)) }
    }

    /// Root's group is not root.
    @Test func aGroupIsNoUser() {
        let book = book(reader: .init(users: ["\(Self.anna)"], groups: []))
        #expect(book.role(of: peer(Self.bo, gid: 0, groups: [0, geteuid(), Self.anna])) == nil)
        let grouped = self.book(admin: .init(users: [], groups: ["\(Self.office)"]))
        #expect(grouped.role(of: peer(Self.office)) == .reader)
    }

    @Test func namesAreLookedUpAndUnknownOnesTold() throws {
        let name = try #require(getpwuid(0).map { String(cString: $0.pointee.pw_name) })
        let group = try #require(getgrgid(0).map { String(cString: $0.pointee.gr_name) })
        let book = book(
            manager: .init(users: [name, "no-such-user"], groups: [group, "no-such-group"]),
            admin: .init(users: ["-1", "4294967296"], groups: []))
        #expect(book.role(of: peer(Self.bo, gid: 0)) == .manager)
        #expect(book.unknown == ["user no-such-user", "group no-such-group", "user -1", "user 4294967296"])
    }

    @Test func whoMayNotIsToldWhatItTakes() throws {
        let book = book(reader: .init(users: ["\(Self.anna)"], groups: []))
        try book.check(ServerStatus.self, for: peer(Self.anna))
        let denied = #expect(throws: RPCError.self) { try book.check(FeedImport.self, for: peer(Self.anna)) }
        #expect(denied?.code == .notAllowed)
        #expect(denied?.detail?.expected == "admin")
        #expect(denied?.detail?.came == "reader")
        let stranger = #expect(throws: RPCError.self) { try book.check(ServerStatus.self, for: peer(Self.bo)) }
        #expect(stranger?.detail?.came == "none")
    }

    /// Nothing that writes to the store, but an invitation taken up, is for readers.
    @Test func theContractGivesReadersNothingThatChangesWhatOthersSee() {
        let reader = Contract.methods.filter { $0.role == .reader }.map { $0.name }
        let writing = [
            "import", "record", "create", "invite", "attend", "outcome", "withdraw", "backup", "publish", "purge",
            "tune",
            "add",
        ]
        #expect(reader.filter { name in writing.contains { name.hasSuffix(".\($0)") } } == [])
        let admin = Contract.methods.filter { $0.role == .admin }.map { $0.name }.sorted()
        #expect(
            admin == [
                "audit.list", "codes.import", "feed.import", "privacy.purge", "store.backup", "store.check",
                "store.publish", "suppliers.import",
            ])
    }
}
