import ServiceLifecycle

/// Has a copy published at an interval, from when the first index is built.
struct CopyPublishService: ServiceLifecycle.Service {
    let copies: CopyPublisher?
    let market: CurrentMarket

    func run() async throws {
        if let copies {
            await cancelWhenGracefulShutdown {
                // Both at once would take turns on the processors and on the disk.
                try? await market.settled.wait()
                while !Task.isCancelled {
                    await copies.publishOrTell()
                    try? await Task.sleep(for: copies.interval)
                }
            }
        }
        // A service that ends by itself would, during a shutdown, count as one that failed.
        try await gracefulShutdown()
    }
}
