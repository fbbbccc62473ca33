/// What has been unpacked of one file, from it and from all archives within it together, against `FeedLimits`.
///
/// A limit that is exceeded ends the file, however deep it was struck.
final class UnpackingBudget {
    let limits: FeedLimits
    /// Bytes of the file itself.
    private let packed: Int
    private var unpacked = 0
    private var entries = 0
    /// Which limit nothing more may be read beyond.
    private(set) var defect: NoticeDefect?

    init(limits: FeedLimits, packed: Int) {
        self.limits = limits
        self.packed = packed
    }

    func countEntry() throws(NoticeDefect) {
        entries += 1
        guard entries > limits.entries else { return }
        try exceed(.limit("too-many-entries", "the archive goes on", "entries", limits.entries, line: nil))
    }

    func count(bytes: Int) throws(NoticeDefect) {
        if let defect { throw defect }
        unpacked += bytes
        if unpacked > limits.fileBytes {
            try exceed(.limit("file-too-large", "it goes on", "fileBytes", limits.fileBytes, line: nil))
        }
        if unpacked > limits.ratioFloor, unpacked / max(1, packed) >= limits.ratio {
            try exceed(
                .limit(
                    "archive-ratio", "it unpacks to \(unpacked) bytes and more from \(packed)", "ratio", limits.ratio,
                    line: nil))
        }
    }

    private func exceed(_ defect: NoticeDefect) throws(NoticeDefect) {
        self.defect = defect
        throw defect
    }
}
