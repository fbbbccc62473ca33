import API
import Foundation
import TestSupport
import Testing
import Transport

/// The socket as a file: whose it is, who may connect, and what becomes of one that a killed daemon left.
@Suite(.serialized) struct SocketFileTests {
    @Test func aSocketLeftByAKilledDaemonIsReplaced() async throws {
        let killed = try RunningDaemon()
        defer { killed.remove() }
        let left = try inode(killed.socket)
        #expect(killed.stop(SIGKILL) == -SIGKILL)
        #expect(try inode(killed.socket) == left, "it is still there, and stale")
        await #expect(throws: RPCClientError.self) { _ = try await RPCClient.connect(to: killed.socket) }

        let daemon = try RunningDaemon(folder: killed.folder)
        defer { daemon.stop() }
        _ = try await daemon.client().call(ServerStatus.self, NoParameters())
        #expect(daemon.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: daemon.socket))
    }

    /// Neither with the lock held nor, where somebody has removed the lock's file, without it.
    @Test(arguments: [false, true])
    func aLivingDaemonsSocketIsLeftAlone(isLockGone: Bool) async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let before = try inode(daemon.socket)
        if isLockGone { try FileManager.default.removeItem(atPath: daemon.socket + ".lock") }
        let second = try ProgramRun(
            "torgd", ["--config", daemon.folder + "/torg.yaml"],
            environment: ["TORG_STORE_PATH": daemon.folder + "/other.sqlite"])
        #expect(second.code == 75)
        #expect(second.errors.contains("\(daemon.pid)"))
        #expect(try inode(daemon.socket) == before)
        _ = try await daemon.client().call(ServerStatus.self, NoParameters())
    }

    /// The group by its name and by its number: one of ours, for whoever isn't root may give a file to no other.
    @Test(arguments: [false, true])
    func theConfiguredGroupMayConnect(byNumber: Bool) throws {
        let (id, name) = try aGroup()
        let daemon = try RunningDaemon(environment: ["TORG_RPC_GROUP": byNumber ? "\(id)" : name])
        defer { daemon.remove() }
        let file = try FileManager.default.attributesOfItem(atPath: daemon.socket)
        #expect(file[.posixPermissions] as? Int == 0o660)
        #expect(file[.groupOwnerAccountID] as? Int == Int(id))
        #expect(file[.ownerAccountID] as? Int == Int(geteuid()))
    }

    @Test func aGroupThatIsNotThereIsTold() throws {
        let folder = try TemporaryFolder()
        let run = try ProgramRun(
            "torgd", [],
            environment: [
                "TORG_RPC_SOCKET": folder.path + "/s", "TORG_STORE_PATH": folder.path + "/torg.sqlite",
                "TORG_RPC_GROUP": "no-such-group",
            ])
        #expect(run.code != 0)
        #expect(run.errors.contains("no-such-group"))
        #expect(
            !FileManager.default.fileExists(atPath: folder.path + "/s"), "nobody is let in by another group meanwhile")
    }

    /// A group of this process with a name: another than its own where there is one.
    private func aGroup() throws -> (id: gid_t, name: String) {
        if geteuid() == 0, let group = getgrnam("nogroup") { return (group.pointee.gr_gid, "nogroup") }
        var groups = [gid_t](repeating: 0, count: 64)
        groups = Array(groups.prefix(Int(max(0, getgroups(64, &groups))))) + [getegid()]
        for group in groups {
            if let found = getgrgid(group) { return (group, String(cString: found.pointee.gr_name)) }
        }
        return try #require(nil as (gid_t, String)?)
    }

    private func inode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
    }
}
