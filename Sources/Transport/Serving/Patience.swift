import NIOCore

/// Waits for one thing at a time, and gives up on it when it takes too long.
///
/// Every request changes what is waited for, so a change mustn't cost a timer: there is one, and when it fires it
/// looks until when to wait by now, and goes on if that has moved. Lives on the event loop.
final class Patience {
    enum Thing: Sendable {
        /// The handler is at work, and takes the time it takes.
        case nothing
        /// The client may send something, or not.
        case request
        /// The rest of a message.
        case message
        /// The client must take its answer.
        case taking
    }

    private let eventLoop: any EventLoop
    private let giveUp: (Thing) -> Void
    private var thing = Thing.nothing
    private var deadline = NIODeadline.distantFuture
    private var timer: (fires: NIODeadline, task: Scheduled<Void>)?

    init(eventLoop: any EventLoop, giveUp: @escaping (Thing) -> Void) {
        self.eventLoop = eventLoop
        self.giveUp = giveUp
    }

    /// Starts to wait for `thing`, at most so long. Goes on as before when that is being waited for already.
    func wait(for thing: Thing, atMost duration: Duration) {
        guard thing != self.thing else { return }
        self.thing = thing
        guard thing != .nothing else { return }
        deadline = .now() + TimeAmount(duration)
        if let timer {
            guard deadline < timer.fires else { return }
            timer.task.cancel()
        }
        startTimer()
    }

    /// Waits for nothing until told otherwise.
    func rest() { thing = .nothing }

    /// Lets go of the timer for good.
    func stop() {
        rest()
        timer?.task.cancel()
        timer = nil
    }

    private func startTimer() {
        timer = (
            deadline, eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [weak self] in self?.timerFired() }
        )
    }

    private func timerFired() {
        timer = nil
        if thing == .nothing { return }
        if .now() < deadline { return startTimer() }
        let late = thing
        thing = .nothing
        giveUp(late)
    }
}
