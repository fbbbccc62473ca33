import Foundation

/// Folders that the daemon sees otherwise than everybody else, because its unit says so: a /tmp of its own
/// (`PrivateTmp=`), no /home (`ProtectHome=`).
///
/// The kernel tells by what is mounted there (proc_pid_mountinfo(5)).
struct HiddenPlaces: Sendable {
    /// The settings of the unit, by the folder that they are for.
    let settings: [String: String]

    private static let candidates = ["/tmp", "/var/tmp", "/home", "/root", "/run/user"]

    init(mountInfo: String) {
        var settings: [String: String] = [:]
        for line in mountInfo.split(separator: "\n") {
            // The fourth field is what of its file system is mounted, the fifth where.
            let fields = line.split(separator: " ")
            guard fields.count > 4, Self.candidates.contains(String(fields[4])) else { continue }
            if fields[3].contains("systemd-private-") {
                settings[String(fields[4])] = "PrivateTmp"
            } else if fields[3].contains("systemd/inaccessible/") {
                settings[String(fields[4])] = "ProtectHome"
            } else {
                // A later mount covers an earlier one.
                settings[String(fields[4])] = nil
            }
        }
        self.settings = settings
    }

    /// As they are for this process.
    static var own: HiddenPlaces {
        HiddenPlaces(mountInfo: (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? "")
    }

    /// Why the daemon doesn't see a path as others do, and where to go instead; `nil` where it does.
    func reason(for path: String) -> String? {
        let path = (path as NSString).standardizingPath
        guard let (folder, setting) = settings.first(where: { path.hasPrefix($0.key + "/") }) else { return nil }
        return setting == "PrivateTmp"
            ? "the daemon has a \(folder) of its own (\(setting)= of its unit)"
            : "the daemon sees nothing under \(folder) (\(setting)= of its unit)"
    }
}
