import ServiceLifecycle

/// Looks for copies again and again.
struct FollowService: ServiceLifecycle.Service {
    let follower: Follower
    let handlers: SwappedHandlers

    private static let interval = Duration.seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await follower.begin()
            while !Task.isCancelled {
                await follower.look()
                handlers.settled.happen()
                try? await Task.sleep(for: Self.interval)
            }
        }
        // A service that ends by itself would, during a shutdown, count as one that failed.
        try await gracefulShutdown()
    }
}
