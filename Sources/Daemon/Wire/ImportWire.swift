import API
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
