import Foundation
import Glibc

/// Is the socket there, and may this user connect?
enum SocketCheck {
    static func finding(_ path: String) -> Finding {
        var info = stat()
        guard stat(path, &info) == 0 else {
            return errno == ENOENT
                ? .bad("socket", "\(path) is not there", "Start the daemon: systemctl start torgd")
                : .bad(
                    "socket", "\(path): \(String(cString: strerror(errno)))",
                    "Run this as a user who may look there, such as root or torg")
        }
        guard info.st_mode & S_IFMT == S_IFSOCK else {
            return .bad("socket", "\(path) is no socket", "Point --socket or TORG_SOCKET at the daemon's")
        }
        let group = getgrgid(info.st_gid).map { String(cString: $0.pointee.gr_name) } ?? "\(info.st_gid)"
        let mode = String(info.st_mode & 0o777, radix: 8)
        guard access(path, W_OK) == 0 else {
            return .bad(
                "socket", "\(path) (mode \(mode), group \(group)) isn't open to you",
                "Put the user into the group: usermod --append --groups \(group) USER, then log in anew")
        }
        if info.st_mode & 0o002 != 0 {
            return .bad(
                "socket", "\(path) (mode \(mode)) is open to everyone on this machine",
                "Set SocketMode=0660, or chmod 660 \(path)")
        }
        return .good("socket", "\(path), mode \(mode), group \(group)")
    }
}
