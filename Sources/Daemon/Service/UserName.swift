import Glibc
import Transport

/// What somebody is called on the record.
enum UserName {
    /// A user by the machine's name for them; a person by the name that they signed in with, and through whom:
    /// `anna@ekby.se via torg-web`.
    static func of(_ peer: Peer) -> String { of(peer.caller) }

    static func of(_ caller: Caller) -> String {
        let user = user(caller.uid)
        return caller.person.map { "\($0) via \(user)" } ?? user
    }

    /// `uid 1000` where the machine has no name for the number.
    private static func user(_ uid: UInt32) -> String {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16384)
        guard getpwuid_r(uid, &record, &buffer, buffer.count, &found) == 0, let found else { return "uid \(uid)" }
        return String(cString: found.pointee.pw_name)
    }
}
