import Glibc
import JSON
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
    private let place: Place
    private let service: Service
    private let large: LargeMessages
    private let executor: (any TaskExecutor)?
    private let eventLoop: any EventLoop
    /// Called once, when the channel is closed and no request of it is under way.
    private let whenDone: () -> Void

    private var framer: LineFramer
    private var context: ChannelHandlerContext?
    private var task: Task<Void, Never>?
    private var state = ConnectionState()
    private var wasActive = false
    /// What the place was last told.
    private var waiting: Place.Wait?
    private lazy var patience = Patience(eventLoop: eventLoop) { [unowned self] in giveUp(on: $0) }

    init(
        peer: Peer, place: Place, service: Service, large: LargeMessages, eventLoop: any EventLoop,
        whenDone: @escaping () -> Void
    ) {
        self.peer = peer
        self.place = place
        self.service = service
        self.large = large
        executor = service.executor?(peer)
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
                self.state.inputEnded()
                self.pump()
            }
        case Order.drain:
            state.serverStops()
            state.hasAsked ? cutInput() : waitForNewcomer()
        default: return context.fireUserInboundEventTriggered(event)
        }
        pump()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        state.clientGone()
        task?.cancel()
        // What is still to be carried out keeps nobody else out.
        place.wait(for: .nobody)
        pump()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        if !wasActive { whenDone() }
    }

    // MARK: Messages

    /// Takes the next step, whatever it is. Called after everything that may have changed something.
    private func pump() {
        defer { updatePatience() }
        while state.takesMessages, context?.channel.isWritable ?? true {
            guard hasRoom() else { return }
            guard let frame = framer.next() ?? (state.takesUnendedLine ? framer.finish() : nil) else {
                if state.hasEnded { return finish() }
                context?.read()
                return
            }
            switch frame {
            case .message(let message): begin(message)
            case .tooLarge: write(failure: tooLarge)
            }
        }
    }

    /// Nothing of a large message goes on, and no more of it is read, before there is room for it.
    private func hasRoom() -> Bool {
        guard framer.bytes > LargeMessages.small, state.mode != .nobodyListens else {
            leaveRoom()
            return true
        }
        let isIn = large.enter(ObjectIdentifier(self), of: peer.uid, isKept: place.isKept) { [weak self] in
            self?.pump()
        }
        state.room = isIn ? .held : .awaited
        return isIn
    }

    private func leaveRoom() {
        guard state.room != .unneeded else { return }
        state.room = .unneeded
        large.leave(ObjectIdentifier(self))
    }

    private func begin(_ message: [UInt8]) {
        waiting = nil
        guard state.mode == .nobodyListens ? !place.isGivenAway : place.work() else { return finish() }
        state.begin()
        if state.mode == .stopping { cutInput() }
        let connection = NIOLoopBound(self, eventLoop: eventLoop)
        task = Task(executorPreference: executor) { [service, peer, place, mode = state.mode, eventLoop, executor] in
            let reply = await service.answer(message, from: peer, at: place, mode: mode, on: executor)
            eventLoop.execute { connection.value.end(reply) }
        }
    }

    private func end(_ reply: Service.Reply?) {
        task = nil
        state.endWork()
        leaveRoom()
        if let reply { write(reply) }
        pump()
    }

    // MARK: Stopping

    /// Takes no more from the client, but for what it has sent already. To close instead would throw that away unread,
    /// and the client would see a connection that was reset.
    private func cutInput() {
        guard let context, state.cutInput() else { return }
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

    private func write(failure: RPCError) {
        write(Service.Reply(line: Service.line(Answerer.failure(failure)), held: nil))
    }

    private func write(_ reply: Service.Reply) {
        guard let context else { return }
        state.wrote()
        let held = reply.held
        context.writeAndFlush(wrapOutboundOut(reply.line)).assumeIsolated().whenComplete { _ in
            withExtendedLifetime(held) {}
            self.state.taken()
            // The client has taken something: the time for the rest starts anew.
            self.patience.rest()
            if self.state.isClosing { self.finish() } else { self.updatePatience() }
        }
    }

    /// Closes when all answers are written.
    private func finish() {
        state.close()
        guard let context else {
            patience.stop()
            leaveRoom()
            return whenDone()
        }
        if state.unwritten == 0 { context.close(promise: nil) }
    }

    // MARK: Limits

    private func updatePatience() {
        guard context != nil else { return }
        switch state.awaited(isInsideLine: framer.isInsideLine) {
        case .taking:
            patience.wait(for: .taking, atMost: service.limits.takingTime)
            if !state.isAtWork { wait(for: .taking) }
        case .work: patience.rest()
        case .room:
            patience.rest()
            wait(for: .message)
        case .message:
            patience.wait(for: .message, atMost: service.limits.messageTime)
            wait(for: .message)
        case .request:
            patience.wait(for: .request, atMost: service.limits.idleTime)
            wait(for: .request)
        }
    }

    private func wait(for thing: Place.Wait) {
        guard waiting != thing else { return }
        waiting = thing
        place.wait(for: thing)
    }

    private func giveUp(on thing: Patience.Thing) {
        if thing == .message {
            framer = LineFramer(limit: service.limits.message)
            let limit = "a whole message within \(service.limits.messageTime)"
            write(
                failure: RPCError(
                    .invalidRequest, "Invalid Request: expected \(limit)",
                    detail: .init(expected: limit, came: "a part of one")))
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
