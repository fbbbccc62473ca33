import API
import Foundation
import Store

extension API.ImportCounts {
    init(_ counts: StoredCounts) {
        self.init(
            stored: counts.stored, unchanged: counts.unchanged, superseded: counts.superseded, refused: counts.refused,
            conflicting: counts.conflicting)
    }
}

extension Duration {
    /// To the millisecond, for people and answers.
    var seconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds / 1_000_000_000_000_000) / 1000
    }
}

extension API.LastImport {
    /// `nil` for an import that has not ended.
    init?(_ record: ImportRecord) {
        guard let finished = record.finished else { return nil }
        self.init(
            at: Moment(finished), files: record.files, notices: API.ImportCounts(record.counts),
            seconds: finished.timeIntervalSince(record.started))
    }
}
