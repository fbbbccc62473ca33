import Foundation
import Logging
import ServiceLifecycle
import Store

/// Looks through a large store's file, as soon as matches are answered from it.
struct ExaminationService: ServiceLifecycle.Service {
    let store: Store
    let market: CurrentMarket
    let log: Logger

    func run() async throws {
        await withGracefulShutdownHandler {
            await examine()
        } onGracefulShutdown: {
            store.interruptExamination()
        }
        try await gracefulShutdown()
    }

    private func examine() async {
        guard store.isBeingExamined else { return store.interruptExamination() }
        // Threads of their own: the executors' threads are few.
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                _ = try? store.counts()
                continuation.resume()
            }
        }
        // The index comes first: both at once would take turns on the processors and on the disk.
        let given = Event()
        store.whenExamined { given.happen() }
        await withTaskGroup(of: Void.self) { group in
            for event in [market.settled, given] { group.addTask { try? await event.wait() } }
            _ = await group.next()
            group.cancelAll()
        }
        let clock = ContinuousClock()
        let start = clock.now
        let condition = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: store.examine()) }
        }
        if condition.detail != nil, let trouble = store.trouble {
            log.error("\(trouble)")
        } else if condition == .sound {
            log.info("store looked through", metadata: ["seconds": "\((clock.now - start).seconds)"])
        }
    }
}
