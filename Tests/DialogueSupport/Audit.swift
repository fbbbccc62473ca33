/// A check of a plan against its request from scratch, sharing no code with the planner.
package protocol Audit {
    /// Goes through all that was asked for.
    func examine(_ found: inout Faults)
}

extension Audit {
    /// Where in the audit's own code something doesn't hold; nothing where the plan is as asked.
    package var faults: [String] {
        var found = Faults()
        examine(&found)
        return found.places
    }
}

/// The expectations of an audit that don't hold. Swift Testing's own can't be told outside a test.
package struct Faults {
    fileprivate var places: [String] = []

    package mutating func expect(_ holds: Bool, file: String = #fileID, line: Int = #line) {
        if !holds { places.append("\(file):\(line)") }
    }
}
