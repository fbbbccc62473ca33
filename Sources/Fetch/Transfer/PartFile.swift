import FoundationEssentials
import Glibc

/// A download that isn't whole yet, with a note beside it that says of what, so that another run can go on.
final class PartFile: BodySink {
    /// What the bytes are a part of.
    struct Note: Codable, Equatable {
        var address: String
        var validators: Validators
        /// Bytes of the whole.
        var total: Int?
    }

    let path: String
    private let limit: Int
    private let kind: ContentKind
    private let descriptor: Int32
    private(set) var note: Note
    /// Bytes that are there.
    private(set) var size: Int
    /// `nil` while what comes isn't the beginning.
    private var check: BeginningCheck?
    /// Told of each piece that comes: how much is there, of how much.
    private let progress: (Int, Int?) -> Void

    /// Opens what is there of the address, or begins anew.
    ///
    /// - Parameter limit: the most that the whole may have.
    init(
        path: String, of address: WebAddress, kind: ContentKind, limit: Int, progress: @escaping (Int, Int?) -> Void
    ) throws(FetchFailure) {
        self.path = path
        self.limit = limit
        self.kind = kind
        self.progress = progress
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .disk(path: path, call: "open", number: errno) }
        self.descriptor = descriptor
        let size = Int(lseek(descriptor, 0, SEEK_END))
        let found = FileManager.default.contents(atPath: path + ".json")
            .flatMap { try? JSONDecoder().decode(Note.self, from: $0) }
        check = size == 0 ? BeginningCheck(kind) : nil
        if let found, found.address == address.description, size > 0, size <= limit {
            note = found
            self.size = size
        } else {
            note = Note(address: address.description, validators: Validators())
            self.size = 0
            try restart()
        }
    }

    deinit { close(descriptor) }

    /// Whether all of it is there, as far as the server has said how much that is.
    var isWhole: Bool { note.total == size && size > 0 }

    func begin(_ head: ResponseHead) throws(FetchFailure) {
        // An answer to a request for the rest that doesn't fit what is there: the file is another now.
        let goesOn =
            head.status == 0
            || head.status == 206 && head.contentRange?.start == size && (note.total == nil || head.total == note.total)
        if !goesOn {
            try restart()
            if head.status == 206, head.contentRange?.start != 0 { throw .cut(received: 0) }
        }
        if head.status != 0 {
            note.total = head.total
            if head.status == 200 || note.validators.isEmpty { note.validators = head.validators }
            try write(note)
        }
        if let total = note.total, total > limit { throw .tooLarge(limit: limit) }
    }

    func receive(_ bytes: UnsafeRawBufferPointer) throws(FetchFailure) {
        guard size + bytes.count <= limit else { throw .tooLarge(limit: limit) }
        try check?.take(bytes)
        try WholeFile.append(bytes, to: descriptor, path: path)
        size += bytes.count
        progress(size, note.total)
    }

    /// To be called when all has come.
    func finish() throws(FetchFailure) {
        try check?.finish()
        if let total = note.total, total != size { throw .wrongLength(expected: total, received: size) }
    }

    /// Forgets what is there.
    func restart() throws(FetchFailure) {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw .disk(path: path, call: "ftruncate", number: errno)
        }
        size = 0
        note.total = nil
        note.validators = Validators()
        check = BeginningCheck(kind)
        unlink(path + ".json")
    }

    /// Takes the file away, and the note.
    func remove() {
        unlink(path)
        unlink(path + ".json")
    }

    private func write(_ note: Note) throws(FetchFailure) {
        guard let data = try? JSONEncoder().encode(note) else { return }
        try WholeFile.write(Array(data), to: path + ".json", mode: 0o600)
    }
}

extension PartFile {
    /// All of it.
    func content() throws(FetchFailure) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path), data.count == size else {
            throw .disk(path: path, call: "read", number: EIO)
        }
        return Array(data)
    }
}
