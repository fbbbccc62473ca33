/// What takes the body of an answer as it comes.
protocol BodySink: AnyObject {
    /// The answer begins, and is the data by its status.
    func begin(_ head: ResponseHead) throws(FetchFailure)
    func receive(_ bytes: UnsafeRawBufferPointer) throws(FetchFailure)
}

/// Looks at the first bytes of what comes.
struct BeginningCheck {
    let kind: ContentKind
    private var beginning: [UInt8]? = []

    init(_ kind: ContentKind) { self.kind = kind }

    mutating func take(_ bytes: UnsafeRawBufferPointer) throws(FetchFailure) {
        guard var known = beginning else { return }
        known += bytes.prefix(ContentKind.beginning - known.count)
        beginning = known
        if known.count == ContentKind.beginning { try finish() }
    }

    mutating func finish() throws(FetchFailure) {
        guard let known = beginning else { return }
        beginning = nil
        if known.isEmpty { throw .empty }
        try kind.check(known)
    }
}

/// An answer that is small enough for memory.
final class MemorySink: BodySink {
    private let limit: Int
    private let kind: ContentKind
    private(set) var bytes: [UInt8] = []

    init(limit: Int, kind: ContentKind) {
        self.limit = limit
        self.kind = kind
    }

    func begin(_ head: ResponseHead) throws(FetchFailure) {
        bytes = []
        if let total = head.total, total > limit { throw .tooLarge(limit: limit) }
    }

    func receive(_ bytes: UnsafeRawBufferPointer) throws(FetchFailure) {
        guard self.bytes.count + bytes.count <= limit else { throw .tooLarge(limit: limit) }
        self.bytes += bytes
    }

    func finish() throws(FetchFailure) {
        if bytes.isEmpty { throw .empty }
        try kind.check(bytes)
    }
}
