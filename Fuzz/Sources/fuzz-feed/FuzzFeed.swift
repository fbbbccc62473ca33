import Foundation
import Glibc
import NoticeFeed
import Procurement

/// Reads arbitrary bytes as a feed file, archives included: it must end in outcomes, and each must survive its encoding.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzFeed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FeedTarget.shared.read(UnsafeRawBufferPointer(start: start, count: count))
    return 0
}

private struct FeedTarget {
    static let shared = FeedTarget()

    private let reader: FeedReader
    /// A file in memory, without a name: the reader takes paths only.
    private let descriptor: Int32

    private init() {
        var mappings: [FeedMapping] = []
        if let file = ProcessInfo.processInfo.environment["TORG_FUZZ_MAPPING"] {
            guard let mapping = try? FeedMapping.load(file) else { fatalError("\(file) can't be read") }
            mappings.append(mapping)
        }
        reader = FeedReader(mappings: mappings)
        var template = Array("/dev/shm/fuzz-feed-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        unlink(template)
    }

    func read(_ bytes: UnsafeRawBufferPointer) {
        ftruncate(descriptor, 0)
        guard pwrite(descriptor, bytes.baseAddress, bytes.count, 0) == bytes.count else { fatalError("no room") }
        var outcomes = 0
        do {
            try reader.read("/proc/self/fd/\(descriptor)") { outcome in
                outcomes += 1
                var line: [UInt8] = []
                FeedLine.outcome(outcome).append(to: &line)
                let read = line.withUnsafeBufferPointer { FeedLine(compactJSON: $0) }
                precondition(read == .outcome(outcome), "what is written reads back the same")
                if case .refusal(let refusal) = outcome { precondition(!refusal.reason.isEmpty) }
            }
        } catch {
            fatalError("\(error)")
        }
        precondition(outcomes > 0, "neither read nor refused")
    }
}
