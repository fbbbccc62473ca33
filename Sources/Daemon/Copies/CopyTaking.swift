import API
import Foundation
import Store

/// Takes a copy that was shipped into a folder of one's own, where nobody writes to it any more, and looks whether it is
/// what its manifest says.
struct CopyTaking: Sendable {
    struct Refused: Error {
        let reason: RefusedCopy.Reason
        let detail: String
    }

    let shipped: CopyFolder
    let own: CopyFolder
    let leader: String
    let readers: Int

    /// - Returns: the store to read it by; `nil` where the file isn't there whole yet.
    /// - Throws: `Refused`, `CancellationError`.
    func take(_ copy: CopyFolder.Copy) throws -> Store? {
        let (source, place) = (shipped.file(copy.name), own.file(copy.name))
        var status = stat()
        guard lstat(source, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw Refused(reason: .unreadable, detail: String(cString: strerror(errno)))
        }
        // Whoever writes it in place isn't done yet.
        guard Int(status.st_size) >= copy.manifest.bytes else { return nil }
        guard Int(status.st_size) == copy.manifest.bytes else {
            throw damaged("it has \(status.st_size) bytes, and its manifest says \(copy.manifest.bytes)")
        }
        unlink(place)
        let digest: String
        do {
            digest = try CopiedFile.copy(source, to: place)
        } catch let error as StoreError {
            throw Refused(reason: .unreadable, detail: "\(error)")
        }
        do {
            guard digest == copy.manifest.sha256 else {
                throw damaged("its SHA-256 isn't the one in its manifest")
            }
            let store = try opened(copy)
            try own.write(copy.manifest, as: copy.name)
            return store
        } catch {
            own.remove(copy.name)
            throw (error as? StoreError).map { Refused(reason: .unreadable, detail: "\($0)") } ?? error
        }
    }

    /// Opens a copy in the own folder.
    ///
    /// - Throws: `Refused`.
    func opened(_ copy: CopyFolder.Copy) throws -> Store {
        do {
            let store = try Store(copy: own.file(copy.name), leader: leader, readers: readers)
            guard store.identity == copy.manifest.store else {
                throw Refused(
                    reason: .foreign,
                    detail: "it is of the store \(store.identity), and its manifest says \(copy.manifest.store)")
            }
            let generation = try store.generation
            guard generation == copy.manifest.generation else {
                throw damaged("it is of generation \(generation), and its manifest says \(copy.manifest.generation)")
            }
            return store
        } catch let error as StoreError {
            switch error {
            case .damaged(_, let detail): throw damaged(detail)
            case .newerSchema, .cannotOpen: throw Refused(reason: .otherSchema, detail: "\(error)")
            default: throw Refused(reason: .unreadable, detail: "\(error)")
            }
        }
    }

    private func damaged(_ detail: String) -> Refused {
        Refused(reason: .damaged, detail: "\(detail); it was changed on the way or on the disk: have it shipped again")
    }
}
