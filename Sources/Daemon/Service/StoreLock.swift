import Foundation
import Glibc
import Transport

/// The right to be the one daemon on a store's file, whatever its socket.
///
/// One lock lies beside the file itself, wherever symbolic links to it are, and says who holds it; another is on the file,
/// where two names of it (hard links) meet.
enum StoreLock {
    /// - Returns: the locks, held for as long as they live; none where nothing can be written beside the store, nor to it:
    ///   several may then read it.
    /// - Throws: `TransportError.alreadyServed` with the other daemon's process id, where that can be known.
    static func take(for store: String) throws(TransportError) -> [FileLock] {
        do throws(TransportError) {
            let beside = try FileLock(beside: place(of: store))
            return [beside] + [try FileLock(of: store)].compactMap(\.self)
        } catch {
            // Where the file is there and not ours, somebody else's daemon may hold it. Where there can be none, opening
            // the store says better what is wrong with its folder, if anything is.
            guard case .system(let file, let system) = error,
                [EROFS, ENOENT, ENOTDIR].contains(system.number) || (system.number == EACCES && access(file, F_OK) != 0)
            else { throw error }
            return []
        }
    }

    /// The path without links; of a store that is yet to be made, its folder's.
    private static func place(of store: String) -> String {
        if let real = resolved(store) { return real }
        let folder = (store as NSString).deletingLastPathComponent
        guard let real = resolved(folder.isEmpty ? "." : folder) else { return store }
        return real + "/" + (store as NSString).lastPathComponent
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
