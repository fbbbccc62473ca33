import API
import Dialogue
import Foundation
import Procurement
import Store

/// Why a follower can't be promoted.
package struct PromotionRefused: Error, CustomStringConvertible {
    package let description: String
}

extension TorgDaemon {
    /// Makes the latest copy that this follower has the store of a leader: the file at `store.path`.
    ///
    /// What is to be served afterwards, the configuration says: `store.follow` has to go from it.
    ///
    /// - Returns: what was done and what was lost, for people.
    /// - Throws: `PromotionRefused`, `StoreError`, `TransportError` where the daemon runs; the copies stay as they are.
    package func promote() throws -> [String] {
        guard let follow = configuration.follow else {
            throw PromotionRefused(
                description: "torg.yaml has no store.follow: this Torg follows none, and there is nothing to promote")
        }
        let place = configuration.storePath
        let locks = try StoreLock.take(for: place)
        defer { withExtendedLifetime(locks) {} }
        // A log of another store beside it would be read into the promoted one.
        for file in ["", "-wal", "-shm", "-journal"].map({ place + $0 }) where access(file, F_OK) == 0 {
            throw PromotionRefused(
                description: "there is \(file) already: move it away, with all that is called like \(place), first")
        }
        let copy = try latest(of: follow)
        let own = CopyFolder(path: place + ".followed")
        let partial = place + ".promoted"
        unlink(partial)
        defer { unlink(partial) }
        guard try CopiedFile.copy(own.file(copy.name), to: partial) == copy.manifest.sha256 else {
            throw PromotionRefused(description: "\(own.file(copy.name)) isn't what its manifest says any more")
        }
        guard chmod(partial, 0o600) == 0, link(partial, place) == 0 else { throw StoreError.system(place) }
        return try checked(copy, at: place)
    }

    /// The latest of what was taken and of what came and wasn't taken yet.
    private func latest(of follow: Configuration.Follow) throws -> CopyFolder.Copy {
        let taking = taking(follow, readers: 2)
        mkdir(taking.own.path, 0o700)
        let kept = try taking.own.copies().copies
        let came = ((try? taking.shipped.copies())?.copies ?? []).filter { came in
            kept.allSatisfy { $0.manifest.store == came.manifest.store && $0.manifest.isEarlier(than: came.manifest) }
        }
        for copy in came {
            // What can't be taken is passed over: the one before it can.
            if let store = try? taking.take(copy) {
                try store.close()
                return copy
            }
        }
        for copy in kept {
            if let store = try? taking.opened(copy) {
                try store.close()
                return copy
            }
        }
        throw PromotionRefused(
            description: "there is no whole copy, neither in \(taking.own.path) nor in \(follow.folder)")
    }

    /// Opens the new store as a leader does, and looks through all of it.
    private func checked(_ copy: CopyFolder.Copy, at place: String) throws -> [String] {
        let store = try Store(path: place, readers: 2)
        defer { try? store.close() }
        if let trouble = store.trouble { throw trouble }
        guard store.identity == copy.manifest.store, try store.generation == copy.manifest.generation else {
            throw StoreError.damaged(path: place, detail: "it isn't the store that its manifest names")
        }
        if let problem = try store.integrityProblems().first {
            throw StoreError.damaged(path: place, detail: problem)
        }
        var links: [DossierLink] = []
        let end = try store.forEachDossierEntry { links.append(DossierShelf.link($0)) }
        let own = DossierChain.Head(sequence: end.sequence, hash: DossierHash(end.hash) ?? .start)
        let verdict = DossierChain.audit(links, anchors: [own])
        let manifest = copy.manifest
        return [
            "\(place): the store of generation \(manifest.generation), all that the leader held at \(manifest.at).",
            "LOST is what the leader took in or kept after that: import its feeds again; what people noted, and dossiers that "
                + "they kept since, are told by the leader's log alone.",
            verdict.findings.isEmpty
                ? "The dossiers' chain is whole: \(links.count) entries, head \(end.sequence) \(end.hash)."
                : "THE DOSSIERS' CHAIN IS NOT WHOLE: " + verdict.findings.map(\.text.en).joined(separator: " "),
            "Now take store.follow out of torg.yaml, see that the old leader stays off, and start torgd.",
        ]
    }
}
