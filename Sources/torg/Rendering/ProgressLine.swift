import API
import Foundation
import Synchronization
import Transport

/// A line on standard error that tells how far an import has come; only where a person looks at it.
final class ProgressLine: Sendable {
    private let socket: String
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(socket: String) { self.socket = socket }

    func start() {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let socket = socket
        task.withLock {
            $0 = Task {
                guard let client = try? await RPCClient.connect(to: socket) else { return }
                let start = ContinuousClock().now
                while !Task.isCancelled {
                    try? await Task.sleep(for: .milliseconds(500))
                    guard !Task.isCancelled, let status = try? await client.call(ServerStatus.self, NoParameters())
                    else {
                        return
                    }
                    let seconds = (ContinuousClock().now - start).components.seconds
                    let stand =
                        status.importing.map { "\(TextLayout.grouped($0.seen)) notices" } ?? "building the index"
                    Self.write("\r\u{1B}[Kimporting: \(stand), \(seconds) s")
                }
            }
        }
    }

    /// Takes the line away. Can be called more than once.
    func stop() {
        guard
            let running = task.withLock({ task in
                defer { task = nil }
                return task
            })
        else { return }
        running.cancel()
        Self.write("\r\u{1B}[K")
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
