import CLibCurl

/// One request and its answer, as libcurl calls back.
final class Exchange {
    var head = ResponseHead()
    /// Why the transfer was stopped by us.
    private(set) var failure: FetchFailure?
    private(set) var received = 0
    private let sink: any BodySink
    private let deadline: ContinuousClock.Instant?
    private var hasBegun = false

    /// - Parameter deadline: when the transfer is stopped, whatever it has brought.
    init(into sink: any BodySink, deadline: ContinuousClock.Instant? = nil) {
        self.sink = sink
        self.deadline = deadline
    }

    /// Lets a handle call back here. The exchange must be kept for as long as the handle works.
    func listen(to handle: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        torg_curl_on_header(
            handle,
            { bytes, size, count, context in
                guard let bytes, let context else { return 0 }
                let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                return Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().takeHeader(line) ? size * count : 0
            }, context)
        torg_curl_on_body(
            handle,
            { bytes, size, count, context in
                guard let context else { return 0 }
                let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
                return Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().takeBody(piece) ? size * count : 0
            }, context)
        torg_curl_on_progress(
            handle,
            { context, _, _, _, _ in
                guard let context else { return 1 }
                return Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
            }, context)
    }

    private var isOver: Bool { Interruption.isRequested || deadline.map { $0 <= .now } ?? false }

    private func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        if head.take(String(decoding: line, as: UTF8.self)) { return true }
        failure = .shape("the header of the answer is too long")
        return false
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        // What comes with another status is words about it, and is dropped; but not without end.
        guard head.isData else {
            received += bytes.count
            return received <= 1 << 20
        }
        do throws(FetchFailure) {
            try begin()
            received += bytes.count
            try sink.receive(bytes)
            return true
        } catch {
            failure = error
            return false
        }
    }

    /// Tells the sink that an answer has begun; one without a body begins at its end.
    func begin() throws(FetchFailure) {
        guard !hasBegun else { return }
        hasBegun = true
        try sink.begin(head)
    }
}
