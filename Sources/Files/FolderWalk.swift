/// Walks a folder to its end, sorted, without what is hidden.
package enum FolderWalk {
    /// What is come upon.
    package enum Visit {
        /// Something that is no folder. A link is not followed, so that no circle of links is walked.
        case entry(path: String, FolderEntry)
        /// A folder that can't be listed; the walk goes on behind it.
        case unreadable(FolderError)
    }

    /// Calls `body` for all in the folder and below, in the order of their paths.
    package static func visit<Failure: Error>(
        _ folder: String, _ body: (Visit) throws(Failure) -> Void
    ) throws(Failure) {
        let entries: [FolderEntry]
        do {
            entries = try FolderEntry.all(in: folder)
        } catch {
            return try body(.unreadable(error))
        }
        for entry in entries where !entry.isHidden {
            let path = "\(folder)/\(entry.name)"
            if entry.kind == .folder, entry.isText {
                try visit(path, body)
            } else {
                try body(.entry(path: path, entry))
            }
        }
    }
}
