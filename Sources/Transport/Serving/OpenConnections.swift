import Glibc
import Logging
import NIOCore
import NIOPosix

/// The connections of one server, all on one event loop.
final class OpenConnections: Sendable {
    private struct Connection {
        let channel: any Channel
        let done: EventLoopFuture<Void>
    }

    /// What a connection has taken, its buffers and what was computed for it: some of it stays with each of many.
    private static let costs = 64 << 10

    private let eventLoop: any EventLoop
    private let admission: Admission
    private let service: Service
    private let log: Logger
    private let open: NIOLoopBoundBox<[ObjectIdentifier: Connection]>
    private let large: NIOLoopBoundBox<LargeMessages>

    init(eventLoop: any EventLoop, admission: Admission, service: Service, log: Logger) {
        self.eventLoop = eventLoop
        self.admission = admission
        self.service = service
        self.log = log
        open = .makeBoxSendingValue([:], eventLoop: eventLoop)
        large = .makeBoxSendingValue(
            LargeMessages(
                most: service.limits.largeMessages, mostPerUser: service.limits.largeMessagesPerUser,
                memory: service.memory),
            eventLoop: eventLoop)
    }

    /// Serves an admitted connection, whose descriptor is ours from here on.
    func take(descriptor: Int32, of peer: Peer, at place: Place) {
        ClientBootstrap(group: eventLoop)
            .channelOption(.autoRead, value: false)
            .channelOption(.allowRemoteHalfClosure, value: true)
            // A client whose large message has to wait has sent no more than this meanwhile: one read of at most 64 KiB.
            .channelOption(.maxMessagesPerRead, value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try self.start(channel, peer, place) }
            }
            .withConnectedSocket(descriptor)
            .whenFailure { error in
                self.log.error("can't serve a connection", metadata: ["error": "\(error)"])
            }
    }

    private func start(_ channel: any Channel, _ peer: Peer, _ place: Place) throws {
        let done = eventLoop.makePromise(of: Void.self)
        let key = ObjectIdentifier(channel)
        open.value[key] = Connection(channel: channel, done: done.futureResult)
        place.closed { channel.close(promise: nil) }
        let handler = ConnectionHandler(
            peer: peer, place: place, service: service, large: large.value, eventLoop: eventLoop
        ) { [open, admission, memory = service.memory] in
            open.value[key] = nil
            admission.leave(place)
            memory.freed(Self.costs)
            done.succeed()
        }
        try channel.pipeline.syncOperations.addHandler(handler)
    }

    /// Lets every connection end what it is at, and closes those that haven't ended in time.
    func drain(within time: Duration) async {
        let ended = eventLoop.flatSubmit { [self] in
            let connections = open.value.values
            for connection in connections {
                connection.channel.pipeline.fireUserInboundEventTriggered(ConnectionHandler.Order.drain)
            }
            let ended = eventLoop.makePromise(of: Void.self)
            EventLoopFuture.andAllComplete(connections.map(\.done), on: eventLoop).cascade(to: ended)
            let deadline = eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) { [self] in
                for connection in open.value.values { connection.channel.close(promise: nil) }
                ended.succeed()
            }
            ended.futureResult.whenComplete { _ in deadline.cancel() }
            return ended.futureResult
        }
        try? await ended.get()
    }
}
