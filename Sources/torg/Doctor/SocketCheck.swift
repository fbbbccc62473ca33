import API
import Foundation
import Glibc
import Procurement

/// Is the socket there, may this user connect, and who else may?
struct SocketCheck {
    let language: TextLanguage

    func findings(_ path: String) -> [Finding] {
        var info = stat()
        guard stat(path, &info) == 0 else { return [absent(path, errno)] }
        guard info.st_mode & S_IFMT == S_IFSOCK else {
            return [
                .bad(
                    "socket", say("\(path) är ingen socket", "\(path) is no socket"),
                    say("Peka --socket eller TORG_SOCKET på demonens", "Point --socket or TORG_SOCKET at the daemon's"))
            ]
        }
        let entry = getgrgid(info.st_gid)
        let group = entry.map { String(cString: $0.pointee.gr_name) } ?? "\(info.st_gid)"
        let mode = String(info.st_mode & 0o777, radix: 8)
        let who = say("rättigheter \(mode), grupp \(group)", "mode \(mode), group \(group)")
        guard access(path, W_OK) == 0 else {
            return [
                .bad(
                    "socket", say("\(path) (\(who)) är inte öppen för dig", "\(path) (\(who)) isn't open to you"),
                    say(
                        "Lägg användaren i gruppen: usermod --append --groups \(group) USER, och logga in på nytt",
                        "Put the user into the group: usermod --append --groups \(group) USER, then log in anew"))
            ]
        }
        if info.st_mode & 0o002 != 0 {
            return [
                .bad(
                    "socket",
                    say(
                        "\(path) (rättigheter \(mode)) är öppen för alla på maskinen",
                        "\(path) (mode \(mode)) is open to everyone on this machine"),
                    say("Sätt SocketMode=0660, eller chmod 660 \(path)", "Set SocketMode=0660, or chmod 660 \(path)"))
            ]
        }
        return [
            .good("socket", "\(path), \(who)"), groupFinding(group, hasMembers: entry?.pointee.gr_mem?.pointee != nil),
        ]
    }

    private func absent(_ path: String, _ number: Int32) -> Finding {
        number == ENOENT
            ? .bad(
                "socket", say("\(path) finns inte", "\(path) is not there"),
                say("Starta demonen: systemctl start torgd", "Start the daemon: systemctl start torgd"))
            : .bad(
                "socket", "\(path): \(String(cString: strerror(number)))",
                say(
                    "Kör detta som en användare som får se dit, såsom root eller torg",
                    "Run this as a user who may look there, such as root or torg"))
    }

    private func groupFinding(_ group: String, hasMembers: Bool) -> Finding {
        hasMembers
            ? .good("group", say("\(group) har medlemmar", "\(group) has members"))
            : .notice(
                "group",
                say(
                    "ingen är medlem i \(group), så bara root och demonens egen användare kommer in",
                    "nobody is a member of \(group), so only root and the daemon's own user get in"),
                say(
                    "Släpp in någon: usermod --append --groups \(group) USER",
                    "Let someone in: usermod --append --groups \(group) USER"))
    }

    private func say(_ sv: String, _ en: String) -> String { language.pick(sv, en) }
}
