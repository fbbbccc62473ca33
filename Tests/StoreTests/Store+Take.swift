import Procurement
import TestSupport

@testable import Store

extension Store {
    @discardableResult
    func take(_ notices: Notice...) throws -> ImportCounts { try takeAll(notices) }

    @discardableResult
    func takeAll(_ notices: [Notice], chunk: Int = 500) throws -> ImportCounts {
        let id = try beginImport(paths: ["/feeds"])
        var counts = ImportCounts()
        for start in stride(from: 0, to: notices.count, by: chunk) {
            let part = Array(notices[start..<min(start + chunk, notices.count)])
            counts = counts + (try importOutcomes(Samples.outcomes(part), into: id))
        }
        _ = try finishImport(id, files: 1)
        return counts
    }

    /// The supplier that a name finds in the facts, among shown and other names.
    func suppliers(named name: String) throws -> [Supplier] {
        try marketFacts().facts.suppliers.filter { $0.name == name || $0.otherNames.contains(name) }
    }
}
