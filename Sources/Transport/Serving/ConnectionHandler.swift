import Glibc
import JSONRPC
import NIOCore

/// One client's connection: cuts its bytes into messages and answers them, one at a time and in order.
///
/// Order is a promise: an import and then a match on one connection means a match on the imported data. Who wants
/// two things at once opens two connections. It is also the back-pressure: while a message is being carried out, or
/// the client hasn't taken its answers, nothing more is read, so a client holds at most one message, one chunk and
/// one answer of memory.
///
/// Lives on the event loop, which only moves bytes; parsing and all that follows happens in a task.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Sent through the pipeline when the server stops.
    enum Order { case drain }

    private let peer: Peer
    private let service: Service
    private let eventLoop: any EventLoop
    /// Called once, when the channel is closed and no request of it is under way.
    private let whenDone: () -> Void

    private var framer: LineFramer
    private var context: ChannelHandlerContext?
    private var task: Task<Void, Never>?
    private var mode = Service.Mode.normal
    private var wasActive = false
    private var inputEnded = false
    /// The server stops, and has ended the input itself: what is in the framer may be half a message.
    private var inputCut = false
    private var hasAsked = false
    private var isClosing = false
    private var unwritten = 0
    private lazy var patience = Patience(eventLoop: eventLoop) { [unowned self] in giveUp(on: $0) }

    init(peer: Peer, service: Service, eventLoop: any EventLoop, whenDone: @escaping () -> Void) {
        self.peer = peer
        self.service = service
        self.whenDone = whenDone
        self.eventLoop = eventLoop
        framer = LineFramer(limit: service.limits.message)
    }

    // MARK: Events

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        wasActive = true
        pump()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        unwrapInboundIn(data).withUnsafeReadableBytes { framer.append($0) }
    }

    func channelReadComplete(context: ChannelHandlerContext) { pump() }

    func channelWritabilityChanged(context: ChannelHandlerContext) { pump() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            // A client that has hung up altogether is told of in two steps, this one first: wait for the other.
            return eventLoop.assumeIsolated().execute {
                self.inputEnded = true
                self.pump()
            }
        case Order.drain:
            mode = .stopping
            hasAsked ? cutInput() : waitForNewcomer()
        default: return context.fireUserInboundEventTriggered(event)
        }
        pump()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        inputEnded = true
        isClosing = false
        mode = .nobodyListens
        task?.cancel()
        pump()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        if !wasActive { whenDone() }
    }

    // MARK: Messages

    /// Takes the next step, whatever it is. Called after everything that may have changed something.
    private func pump() {
        defer { updatePatience() }
        while task == nil, !isClosing, context?.channel.isWritable ?? true {
            guard let frame = framer.next() ?? lastFrame() else {
                if inputEnded { return finish() }
                context?.read()
                return
            }
            switch frame {
            case .message(let message): begin(message)
            case .tooLarge: write(Answerer.failure(tooLarge))
            }
        }
    }

    /// What came after the last line feed, when no more will come. A client that has hung up in the middle of a line
    /// is not taken at half its word.
    private func lastFrame() -> LineFramer.Frame? {
        inputEnded && !inputCut && mode != .nobodyListens ? framer.finish() : nil
    }

    private func begin(_ message: [UInt8]) {
        hasAsked = true
        if mode == .stopping { cutInput() }
        let connection = NIOLoopBound(self, eventLoop: eventLoop)
        task = Task(executorPreference: service.executor) { [service, peer, mode, eventLoop] in
            let answer = await service.answer(message, from: peer, mode: mode)
            eventLoop.execute { connection.value.end(answer) }
        }
    }

    private func end(_ answer: [UInt8]?) {
        task = nil
        if let answer { write(answer) }
        pump()
    }

    // MARK: Stopping

    /// Takes no more from the client, but for what it has sent already. To close instead would throw that away unread,
    /// and the client would see a connection that was reset.
    private func cutInput() {
        guard let context, !inputEnded, !inputCut else { return }
        inputCut = true
        try? context.channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: CInt.self) {
            _ = shutdown($0, Int32(SHUT_RD))
        }
    }

    /// Whoever was let in just before the end is about to ask something, and is told that the server stops.
    private func waitForNewcomer() {
        eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(service.limits.newcomerTime)) { [weak self] in
            self?.cutInput()
            self?.pump()
        }
    }

    // MARK: Answers

    private func write(_ answer: [UInt8]) {
        guard let context else { return }
        unwritten += 1
        var line = context.channel.allocator.buffer(capacity: answer.count + 1)
        line.writeBytes(answer)
        line.writeInteger(UInt8(ascii: "\n"))
        context.writeAndFlush(wrapOutboundOut(line)).assumeIsolated().whenComplete { _ in
            self.unwritten -= 1
            // The client has taken something: the time for the rest starts anew.
            self.patience.rest()
            if self.isClosing { self.finish() } else { self.updatePatience() }
        }
    }

    /// Closes when all answers are written.
    private func finish() {
        isClosing = true
        guard let context else {
            patience.stop()
            return whenDone()
        }
        if unwritten == 0 { context.close(promise: nil) }
    }

    // MARK: Limits

    private func updatePatience() {
        guard context != nil else { return }
        if unwritten > 0 {
            patience.wait(for: .taking, atMost: service.limits.takingTime)
        } else if task != nil {
            patience.rest()
        } else if framer.isInsideLine {
            patience.wait(for: .message, atMost: service.limits.messageTime)
        } else {
            patience.wait(for: .request, atMost: service.limits.idleTime)
        }
    }

    private func giveUp(on thing: Patience.Thing) {
        if thing == .message {
            framer = LineFramer(limit: service.limits.message)
            let limit = "a whole message within \(service.limits.messageTime)"
            write(
                Answerer.failure(
                    RPCError(
                        .invalidRequest, "Invalid Request: expected \(limit)",
                        detail: .init(expected: limit, came: "a part of one"))))
            finish()
        } else {
            context?.close(promise: nil)
        }
    }

    private var tooLarge: RPCError {
        let limit = "a message of at most \(service.limits.message) bytes"
        return RPCError(.tooLarge, "Too large: expected \(limit)", detail: .init(expected: limit, came: "more"))
    }
}
