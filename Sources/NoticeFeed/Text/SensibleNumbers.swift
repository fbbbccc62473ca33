/// How a notice counts its versions: BT-757 goes from 01 to 99.
enum NoticeVersion {
    /// `nil` for what no notice can have: below 1, or with more than four digits.
    static func read(_ text: String) -> Int? {
        Int(text).flatMap { (1...9999).contains($0) ? $0 : nil }
    }
}

/// How many tenders came in.
enum TenderCount {
    /// Below a million; the largest framework has some thousands.
    static let sensible = 0..<1_000_000

    /// `nil` for what is no count, or one beyond any sense.
    static func read(_ text: String) -> Int? {
        Int(text).flatMap { sensible.contains($0) ? $0 : nil }
    }
}
