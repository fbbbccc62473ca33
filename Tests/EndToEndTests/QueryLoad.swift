import API
import Foundation
import JSON
import JSONRPC
import Synchronization
import Transport

/// Clients that ask all the time while something else goes on, and how long each answer took.
struct QueryLoad {
    struct Waits: CustomStringConvertible {
        let sorted: [Duration]

        var count: Int { sorted.count }
        var median: Duration { sorted[sorted.count / 2] }
        var percentile99: Duration { sorted[sorted.count * 99 / 100] }
        var description: String {
            "\(count) queries, median \(median), 99th percentile \(percentile99), longest \(sorted.last ?? .zero)"
        }
    }

    let socket: String
    let clients: Int

    /// Time between two questions of one client: a person or a program at work, not a flood that would measure only
    /// how two cores are shared.
    private static let pause = Duration.milliseconds(100)

    func measure(while work: () async throws -> Void) async throws -> Waits {
        let record = Record()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<clients {
                group.addTask { [socket] in
                    let client = try await RPCClient.connect(to: socket)
                    let clock = ContinuousClock()
                    while !record.isOver.withLock({ $0 }) {
                        let start = clock.now
                        _ = try await client.call("match.notice", parameters: Self.question(number))
                        let wait = clock.now - start
                        record.waits.withLock { $0.append(wait) }
                        try await clock.sleep(for: Self.pause)
                    }
                }
            }
            try await work()
            record.isOver.withLock { $0 = true }
            try await group.waitForAll()
        }
        return Waits(sorted: record.waits.withLock { $0 }.sorted())
    }

    /// What the clients share.
    private final class Record: Sendable {
        let isOver = Mutex(false)
        let waits = Mutex<[Duration]>([])
    }

    private static func question(_ number: Int) -> JSONValue {
        let needs = [
            ("Asfaltering av gator", "45233222"), ("Skolskjuts", "60130000"), ("Städtjänster", "90910000"),
            ("Konsulter inom IT", "72000000"), ("Livsmedel", "15000000"),
        ]
        let (title, cpv) = needs[number % needs.count]
        return ["notice": ["title": .string(title), "cpv": [.string(cpv)]], "limit": 10]
    }
}
