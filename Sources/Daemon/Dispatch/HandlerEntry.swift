import API
import JSON
import JSONRPC
import Logging
import Transport

/// One method's place in `DaemonParts.handlers`: its handler, and the lane that it is carried out in.
struct HandlerEntry: Sendable {
    let method: any API.Method.Type
    let lane: RequestThreads.Kind
    /// How kept answers of the method are given anew; `nil` where none are kept.
    let addReplay: (@Sendable (inout DossierReplayers) -> Void)?
    private let add: @Sendable (inout MethodHandlers, CallerLanes, Logger) -> Void

    /// A handler that is carried out in a lane: where it was parsed, unless it waits where an import is writing, or
    /// computes for long.
    init<H: Handler>(_ handler: H, in lane: RequestThreads.Kind = .answering) {
        self.init(handler, in: lane, addReplay: nil)
    }

    /// A handler whose answers are kept. What is kept was computed: it goes in a lane of its own, or two matches would hold
    /// up everyone on two cores.
    init<H: KeepingHandler>(keeping handler: H, in lane: RequestThreads.Kind) {
        self.init(handler, in: lane) { $0.add(handler) }
    }

    private init<H: Handler>(
        _ handler: H, in lane: RequestThreads.Kind, addReplay: (@Sendable (inout DossierReplayers) -> Void)?
    ) {
        method = H.Served.self
        self.lane = lane
        self.addReplay = addReplay
        add = { handlers, lanes, log in
            if lane == .answering {
                handlers.add(handler, log: log)
            } else {
                handlers.add(HandlerElsewhere(handler: handler, executor: lanes.of(lane)), log: log)
            }
        }
    }

    func add(to handlers: inout MethodHandlers, lanes: CallerLanes, log: Logger) { add(&handlers, lanes, log) }
}

extension MethodHandlers {
    /// Has a handler carry out its method. What is Torg's own fault is logged here, once.
    fileprivate mutating func add<H: Handler>(_ handler: H, log: Logger) {
        onWritten(H.Served.self) { parameters, peer throws(RPCError) in
            do {
                return try await TimeLimit.run(handler.timeLimit) {
                    try await handler.written(parameters, for: peer)
                }
            } catch {
                let told = RPCError(caught: error)
                if told.code == .internalError || told.code == .storeUnavailable {
                    log.error("call failed", metadata: ["method": "\(H.Served.name)", "error": "\(error)"])
                }
                throw told
            }
        }
    }
}
