import NIOCore
import NIOHTTPTypes

/// Ends a connection whose client takes too long to say what it asks, or to take what it is answered.
///
/// Hummingbird's own timer begins anew with every part that comes: who sends a byte of a form now and then would be waited for
/// without end, and so would who never takes an answer. Whoever says half a header is that timer's. Requests that come while one is
/// being answered share its time.
final class SlowClients: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let sending: TimeAmount
    private let taking: TimeAmount
    private var timer: Scheduled<Void>?
    private var isSending = false
    /// Whether the answer is away; it may be so before all of its request has come.
    private var isAnswered = false

    /// - Parameters:
    ///   - sending: from the head of a request to its end.
    ///   - taking: from there until its answer is away. The daemon takes a minute at most for each call that a page needs.
    init(sending: TimeAmount = .seconds(30), taking: TimeAmount = .minutes(5)) {
        self.sending = sending
        self.taking = taking
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            (isSending, isAnswered) = (true, false)
            wait(context, atMost: sending)
        case .body: break
        case .end:
            isSending = false
            if isAnswered { stop() } else { wait(context, atMost: taking) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated().whenComplete { [self] _ in
            isAnswered = true
            if !isSending { stop() }
        }
        context.write(data, promise: written)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func wait(_ context: ChannelHandlerContext, atMost time: TimeAmount) {
        stop()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }

    private func stop() {
        timer?.cancel()
        timer = nil
    }
}
