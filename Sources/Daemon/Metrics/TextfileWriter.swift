import Glibc

/// A file that is always whole: written beside its place under another name, and then moved there.
struct TextfileWriter: Sendable {
    struct Failure: Error, Sendable, CustomStringConvertible {
        let path: String
        let call: String
        let number: Int32
        var description: String { "\(path): \(call): \(String(cString: strerror(number)))" }
    }

    let path: String

    /// Puts a new text in the file's place. Everyone on the machine may read it, whatever the umask: node_exporter runs as
    /// another user.
    func write(_ text: String) throws(Failure) {
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        // Hidden, and not ending in .prom: node_exporter doesn't take it for a file of its own.
        let temporary = "\(path[..<cut]).\(path[cut...]).new"
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("open") }
        do throws(Failure) {
            try fill(file, text)
            if rename(temporary, path) != 0 { throw failure("rename") }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private func fill(_ file: Int32, _ text: String) throws(Failure) {
        defer { close(file) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write") }
            rest = rest.dropFirst(count)
        }
        if fchmod(file, 0o644) != 0 { throw failure("fchmod") }
    }

    private func failure(_ call: String) -> Failure { Failure(path: path, call: call, number: errno) }
}
