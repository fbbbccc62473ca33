import Glibc
import JSON
import JSONRPC
import Logging

/// Accepts connections on a thread of its own, so that neither requests nor slow clients hold up a newcomer.
///
/// Whoever is one too many is told so (-32003) and let go at once, without ever costing more than a descriptor. One
/// descriptor is kept in reserve: when the process has no other left, it serves to tell even that.
struct Acceptor: ~Copyable {
    private let listeners: [SocketListener]
    private let admission: Admission
    private let isKept: (Peer) -> Bool
    private let stop: StopSignal
    private let log: Logger
    private var reserve: Int32?
    private var unlogged: (count: Int, since: ContinuousClock.Instant)?

    /// - Parameter isKept: whether a caller is root or an admin, for whom places are kept.
    init(
        listeners: [SocketListener], admission: Admission, isKept: @escaping (Peer) -> Bool, stop: StopSignal,
        log: Logger
    ) {
        self.listeners = listeners
        self.admission = admission
        self.isKept = isKept
        self.stop = stop
        self.log = log
        for listener in listeners {
            _ = fcntl(listener.descriptor, F_SETFL, fcntl(listener.descriptor, F_GETFL) | O_NONBLOCK)
        }
        reserve = Self.spare()
    }

    deinit { if let reserve { close(reserve) } }

    /// Blocks until the stop signal.
    /// - Parameter admit: takes over an admitted connection and its descriptor.
    mutating func run(_ admit: (Int32, Peer, Place) -> Void) {
        var polled = (listeners.map(\.descriptor) + [stop.descriptor]).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        while true {
            let ready = poll(&polled, nfds_t(polled.count), -1)
            if ready < 0, errno == EINTR { continue }
            if polled[listeners.count].revents != 0 { return }
            for (index, listener) in listeners.enumerated() where polled[index].revents != 0 {
                acceptAll(listener.descriptor, admit)
            }
        }
    }

    private mutating func acceptAll(_ listener: Int32, _ admit: (Int32, Peer, Place) -> Void) {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else {
                switch errno {
                case EINTR, ECONNABORTED: continue
                case EAGAIN: return
                case EMFILE, ENFILE:
                    if turnAwayWithReserve(listener) { continue }
                    return
                default: return pause(errno)
                }
            }
            // The feed process is started with all other descriptors closed, so the moment before this harms nothing.
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            guard let peer = Peer(of: connection) else {
                close(connection)
                continue
            }
            switch admission.admit(peer.uid, isKept: isKept(peer)) {
            case .success(let place): admit(connection, peer, place)
            case .failure(let refusal):
                Self.turnAway(connection, refusal)
                tell(refusal, uid: peer.uid)
            }
        }
    }

    /// Out of descriptors: gives up the reserve for as long as it takes to tell one caller.
    ///
    /// - Returns: false when nobody was waiting after all. (Without a free descriptor `accept` fails before it looks.)
    private mutating func turnAwayWithReserve(_ listener: Int32) -> Bool {
        if let reserve { close(reserve) } else { pause(EMFILE) }
        let connection = accept(listener, nil, nil)
        if connection >= 0 {
            let refusal = admission.refuseForDescriptors()
            Self.turnAway(connection, refusal)
            tell(refusal, uid: nil)
        }
        reserve = Self.spare()
        return connection >= 0
    }

    /// Logs a refusal; of those that follow within a second only how many they were.
    private mutating func tell(_ refusal: RPCError, uid: UInt32?) {
        if let last = unlogged, .now - last.since < .seconds(1) {
            unlogged?.count += 1
            return
        }
        log.notice(
            "connection refused",
            metadata: [
                "reason": "\(refusal.message)", "uid": "\(uid.map(String.init) ?? "unknown")",
                "unlogged": "\(unlogged?.count ?? 0)",
            ])
        unlogged = (0, .now)
    }

    /// Waits a little, so that an error that stays doesn't take a whole core.
    private func pause(_ error: Int32) {
        log.error("can't accept connections", metadata: ["error": "\(String(cString: strerror(error)))"])
        var wait = pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, 50)
    }

    private static func turnAway(_ connection: Int32, _ error: RPCError) {
        let answer = Answerer.failure(error) + [UInt8(ascii: "\n")]
        // A new socket has room for it. If not, closing says enough.
        _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        close(connection)
    }

    private static func spare() -> Int32? {
        let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
        return descriptor >= 0 ? descriptor : nil
    }
}
