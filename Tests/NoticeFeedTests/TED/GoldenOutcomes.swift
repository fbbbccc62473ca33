import Foundation
import NoticeFeed
import Procurement
import TestSupport
import Testing

/// What a documented example must be read as: the JSON beside it in `docs/formats`.
///
/// `TORG_RECORD=1 swift test` writes the JSON anew; look at the difference before committing it.
enum GoldenOutcomes {
    /// `docs/formats` in the repository.
    static let folder = Repository.url("docs/formats")

    /// Reads `example` and compares the outcomes with the JSON of the same name, or records them.
    static func check(_ example: String, mappings: [FeedMapping] = []) throws {
        let file = folder.appending(path: example)
        var outcomes: [FeedOutcome] = []
        try FeedReader(mappings: mappings).read(file.path) { outcomes.append(placed($0, in: file.lastPathComponent)) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(outcomes), as: UTF8.self) + "\n"
        let golden = (example as NSString).deletingPathExtension + ".json"
        let recorded = try Repository.recorded(json, as: "docs/formats/\(golden)")
        #expect(json == recorded, "\(example) is read differently now; TORG_RECORD=1 records it anew")
        #expect(try JSONDecoder().decode([FeedOutcome].self, from: Data(recorded.utf8)) == outcomes)
    }

    /// The outcome with the file's bare name, which is the same on every machine.
    private static func placed(_ outcome: FeedOutcome, in file: String) -> FeedOutcome {
        switch outcome {
        case .notice(let notice, let position):
            return .notice(notice, at: FeedPosition(file: file, line: position.line))
        case .refusal(var refusal):
            refusal.position.file = file
            return .refusal(refusal)
        case .rows(let counts, _): return .rows(counts, at: FeedPosition(file: file))
        }
    }
}
