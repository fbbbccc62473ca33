/// Where one connection stands, as a pure value: the handler tells it what has happened and asks it what comes next.
struct ConnectionState: Equatable {
    /// What may still come from the client.
    enum Input: Equatable {
        case open
        /// The server stops, and has ended the input itself.
        case cut
        /// Nothing more comes. Where the server had cut it, what came last may be half a message.
        case ended(wasCut: Bool)
    }

    /// The room that a large message has among large ones.
    enum Room: Equatable { case unneeded, awaited, held }

    /// What the connection waits for.
    enum Awaited: Equatable {
        /// The handler, which takes the time it takes.
        case work
        /// The client must take its answer.
        case taking
        case room
        /// The rest of a message.
        case message
        case request
    }

    private(set) var input = Input.open
    private(set) var mode = Service.Mode.normal
    private(set) var hasAsked = false
    private(set) var isAtWork = false
    private(set) var isClosing = false
    /// Answers that the client hasn't taken yet.
    private(set) var unwritten = 0
    var room = Room.unneeded

    // MARK: What has happened

    mutating func inputEnded() {
        if input == .open { input = .ended(wasCut: false) } else if input == .cut { input = .ended(wasCut: true) }
    }

    /// - Returns: whether the input is to be shut: it was open until now.
    mutating func cutInput() -> Bool {
        guard input == .open else { return false }
        input = .cut
        return true
    }

    mutating func serverStops() { mode = .stopping }

    /// The channel is closed; what the client has sent whole is still carried out.
    mutating func clientGone() {
        inputEnded()
        mode = .nobodyListens
        isClosing = false
    }

    mutating func begin() {
        hasAsked = true
        isAtWork = true
    }

    mutating func endWork() { isAtWork = false }

    mutating func wrote() { unwritten += 1 }

    mutating func taken() { unwritten -= 1 }

    mutating func close() { isClosing = true }

    // MARK: What comes next

    /// Whether the next message may be looked for: one at a time, and none once the connection is being closed.
    var takesMessages: Bool { !isAtWork && !isClosing }

    /// Whether what came after the last line feed is a message. A client that has hung up in the middle of a line is not
    /// taken at half its word.
    var takesUnendedLine: Bool { input == .ended(wasCut: false) && mode != .nobodyListens }

    var hasEnded: Bool { if case .ended = input { true } else { false } }

    func awaited(isInsideLine: Bool) -> Awaited {
        if unwritten > 0 { return .taking }
        if isAtWork { return .work }
        if room == .awaited { return .room }
        return isInsideLine ? .message : .request
    }
}
