import API
import Foundation
import Glibc
import Procurement
import Sheets

/// Is the socket there, may this user connect, and who else may?
struct SocketCheck: Speaking {
    let language: TextLanguage

    func findings(_ path: String) -> [Finding] {
        var info = stat()
        guard stat(path, &info) == 0 else { return [absent(path, errno)] }
        guard info.st_mode & S_IFMT == S_IFSOCK else {
            return [
                .bad(
                    "socket", pick(sv: "\(path) är ingen socket", en: "\(path) is no socket"),
                    pick(
                        sv: "Peka --socket eller TORG_SOCKET på demonens",
                        en: "Point --socket or TORG_SOCKET at the daemon's"))
            ]
        }
        let entry = getgrgid(info.st_gid)
        let group = entry.map { String(cString: $0.pointee.gr_name) } ?? "\(info.st_gid)"
        let mode = String(info.st_mode & 0o777, radix: 8)
        let who = pick(sv: "rättigheter \(mode), grupp \(group)", en: "mode \(mode), group \(group)")
        guard access(path, W_OK) == 0 else {
            return [
                .bad(
                    "socket",
                    pick(sv: "\(path) (\(who)) är inte öppen för dig", en: "\(path) (\(who)) isn't open to you"),
                    pick(
                        sv: "Lägg användaren i gruppen: usermod --append --groups \(group) USER, och logga in på nytt",
                        en: "Put the user into the group: usermod --append --groups \(group) USER, then log in anew"))
            ]
        }
        if info.st_mode & 0o002 != 0 {
            return [
                .bad(
                    "socket",
                    pick(
                        sv: "\(path) (rättigheter \(mode)) är öppen för alla på maskinen",
                        en: "\(path) (mode \(mode)) is open to everyone on this machine"),
                    pick(
                        sv: "Sätt SocketMode=0660, eller chmod 660 \(path)",
                        en: "Set SocketMode=0660, or chmod 660 \(path)"))
            ]
        }
        return [
            .good("socket", "\(path), \(who)"), groupFinding(group, hasMembers: entry?.pointee.gr_mem?.pointee != nil),
        ]
    }

    private func absent(_ path: String, _ number: Int32) -> Finding {
        number == ENOENT
            ? .bad(
                "socket", pick(sv: "\(path) finns inte", en: "\(path) is not there"),
                pick(sv: "Starta demonen: systemctl start torgd", en: "Start the daemon: systemctl start torgd"))
            : .bad(
                "socket", "\(path): \(String(cString: strerror(number)))",
                pick(
                    sv: "Kör detta som en användare som får se dit, såsom root eller torg",
                    en: "Run this as a user who may look there, such as root or torg"))
    }

    private func groupFinding(_ group: String, hasMembers: Bool) -> Finding {
        hasMembers
            ? .good("group", pick(sv: "\(group) har medlemmar", en: "\(group) has members"))
            : .notice(
                "group",
                pick(
                    sv: "ingen är medlem i \(group), så bara root och demonens egen användare kommer in",
                    en: "nobody is a member of \(group), so only root and the daemon's own user get in"),
                pick(
                    sv: "Släpp in någon: usermod --append --groups \(group) USER",
                    en: "Let someone in: usermod --append --groups \(group) USER"))
    }
}
