/// One thing in a request that makes no sense, before any planning.
package struct RequestFault: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Where it stands, such as `edits[3].station`.
    package let path: String
    /// What is wrong and what to write instead.
    package let problem: String

    package var description: String { "\(path): \(problem)" }
}

/// Why no planning took place.
package enum DialogueError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The request contradicts itself or names what it doesn't contain. Every fault is listed.
    case invalidRequest([RequestFault])

    package var description: String {
        switch self {
        case .invalidRequest(let faults): faults.map(\.description).joined(separator: "\n")
        }
    }
}

/// Gathers the faults of a request, so that all are told at once.
struct RequestCheck {
    private(set) var faults: [RequestFault] = []

    mutating func require(_ condition: Bool, _ path: String, _ problem: @autoclosure () -> String) {
        if !condition { faults.append(RequestFault(path: path, problem: problem())) }
    }

    /// Every id once.
    mutating func unique<ID: Hashable>(_ ids: [ID], _ path: String) {
        var seen = Set<ID>()
        for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
            faults.append(RequestFault(path: "\(path)[\(index)]", problem: "“\(id)” stands here twice; keep one"))
        }
    }

    mutating func score(_ score: Int, _ path: @autoclosure () -> String) {
        if !(0...1_000_000).contains(score) {
            faults.append(RequestFault(path: path(), problem: "\(score) is outside 0…1000000 micro-units"))
        }
    }

    func finish() throws(DialogueError) {
        if !faults.isEmpty { throw .invalidRequest(faults) }
    }
}
