import API
import Glibc
import Procurement

/// Does something lie in the drop folder that no import takes?
struct DropFolderCheck {
    let language: TextLanguage

    /// - Returns: `nil` where there is no such folder.
    func finding(_ path: String) -> Finding? {
        guard access(path, F_OK) == 0 else { return nil }
        do throws(DropFolderError) {
            let left = try DropFolder.left(in: path).filter(\.needsHands)
            guard !left.isEmpty else { return .good("drop folder", path) }
            return .bad(
                "drop folder",
                say("\(path) har sådant som inte läses in", "\(path) holds what isn't taken in"),
                say(
                    "Lägg själva filerna direkt i mappen, och ta bort resten",
                    "Put the files themselves right into the folder, and take the rest away"),
                lines: left.prefix(10).map { "\($0.name): \($0.text)" } + (left.count > 10 ? ["…"] : []))
        } catch {
            return .notice(
                "drop folder", say("kan inte ses av dig: \(error)", "can't be looked at by you: \(error)"),
                say("Kör detta som root eller torg", "Run this as root or torg"))
        }
    }

    private func say(_ sv: String, _ en: String) -> String { language.pick(sv, en) }
}
