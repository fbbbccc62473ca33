import API
import Glibc
import Procurement
import Sheets

/// Does something lie in the drop folder that no import takes?
struct DropFolderCheck: Speaking {
    let language: TextLanguage

    /// - Returns: `nil` where there is no such folder.
    func finding(_ path: String) -> Finding? {
        guard access(path, F_OK) == 0 else { return nil }
        do throws(DropFolderError) {
            let left = try DropFolder.left(in: path).filter(\.needsHands)
            guard !left.isEmpty else { return .good("drop folder", path) }
            return .bad(
                "drop folder",
                pick(sv: "\(path) har sådant som inte läses in", en: "\(path) holds what isn't taken in"),
                pick(
                    sv: "Lägg själva filerna direkt i mappen, och ta bort resten",
                    en: "Put the files themselves right into the folder, and take the rest away"),
                lines: left.prefix(10).map { "\($0.name): \($0.text)" } + (left.count > 10 ? ["…"] : []))
        } catch {
            return .notice(
                "drop folder", pick(sv: "kan inte ses av dig: \(error)", en: "can't be looked at by you: \(error)"),
                pick(sv: "Kör detta som root eller torg", en: "Run this as root or torg"))
        }
    }
}
