import Mustache
import Procurement

/// The templates of all pages, in both languages.
///
/// A template has its words where they are shown, both languages side by side: `[[sv: Behov || en: Need]]`. They are chosen
/// between once, when the program starts, so that a page is filled without asking for its language at every word.
struct Templates: Sendable {
    private let libraries: [TextLanguage: MustacheLibrary]

    /// - Throws: what is wrong with which template.
    init() throws {
        var libraries: [TextLanguage: MustacheLibrary] = [:]
        for language in TextLanguage.allCases {
            var library = MustacheLibrary()
            for (name, bytes) in Self.files {
                let text = String(decoding: bytes, as: UTF8.self)
                try library.register(Self.worded(text, in: language, of: name), named: name)
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    /// A page, or a part of one.
    func filled(_ name: String, with fields: Fields, in language: TextLanguage) -> String {
        libraries[language]?.render(fields, withTemplate: name) ?? ""
    }

    /// What is wrong with the words of a template.
    struct WordsError: Error, CustomStringConvertible {
        let template: String
        let words: String

        var description: String {
            "\(template).mustache: “[[\(words.prefix(60))]]” isn't of the form [[sv: … || en: …]]"
        }
    }

    /// The text of a template with the words of one language.
    static func worded(_ text: String, in language: TextLanguage, of template: String) throws -> String {
        var worded = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "[[") {
            worded += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "]]") else { throw WordsError(template: template, words: String(rest)) }
            let words = rest[..<end.lowerBound]
            guard words.hasPrefix("sv: "), let middle = words.firstRange(of: " || en: ") else {
                throw WordsError(template: template, words: String(words))
            }
            worded += language.pick(
                sv: String(words[..<middle.lowerBound].dropFirst(4)), en: String(words[middle.upperBound...]))
            rest = rest[end.upperBound...]
        }
        return worded + rest
    }

    static let files: [(name: String, bytes: [UInt8])] = [
        ("about", PackageResources.about_mustache),
        ("again", PackageResources.again_mustache),
        ("appendix", PackageResources.appendix_mustache),
        ("asks", PackageResources.asks_mustache),
        ("buyer", PackageResources.buyer_mustache),
        ("category", PackageResources.category_mustache),
        ("contracts", PackageResources.contracts_mustache),
        ("council", PackageResources.council_mustache),
        ("counties", PackageResources.counties_mustache),
        ("decided", PackageResources.decided_mustache),
        ("definition", PackageResources.definition_mustache),
        ("door", PackageResources.door_mustache),
        ("earlier", PackageResources.earlier_mustache),
        ("ending", PackageResources.ending_mustache),
        ("error", PackageResources.error_mustache),
        ("event", PackageResources.event_mustache),
        ("events", PackageResources.events_mustache),
        ("fields", PackageResources.fields_mustache),
        ("funnel", PackageResources.funnel_mustache),
        ("gather", PackageResources.gather_mustache),
        ("invitations", PackageResources.invitations_mustache),
        ("keptneed", PackageResources.keptneed_mustache),
        ("layout", PackageResources.layout_mustache),
        ("legend", PackageResources.legend_mustache),
        ("making", PackageResources.making_mustache),
        ("me", PackageResources.me_mustache),
        ("meeting", PackageResources.meeting_mustache),
        ("need", PackageResources.need_mustache),
        ("needs", PackageResources.needs_mustache),
        ("notice", PackageResources.notice_mustache),
        ("notices", PackageResources.notices_mustache),
        ("obstacles", PackageResources.obstacles_mustache),
        ("planned", PackageResources.planned_mustache),
        ("ranked", PackageResources.ranked_mustache),
        ("ranking", PackageResources.ranking_mustache),
        ("record", PackageResources.record_mustache),
        ("records", PackageResources.records_mustache),
        ("replay", PackageResources.replay_mustache),
        ("running", PackageResources.running_mustache),
        ("shortlist", PackageResources.shortlist_mustache),
        ("shortlists", PackageResources.shortlists_mustache),
        ("signed-out", PackageResources.signed_out_mustache),
        ("stretch", PackageResources.stretch_mustache),
        ("supplier", PackageResources.supplier_mustache),
        ("suppliers", PackageResources.suppliers_mustache),
        ("tally", PackageResources.tally_mustache),
        ("timetable", PackageResources.timetable_mustache),
        ("today", PackageResources.today_mustache),
        ("treatment", PackageResources.treatment_mustache),
        ("verify", PackageResources.verify_mustache),
        ("watch", PackageResources.watch_mustache),
        ("watches", PackageResources.watches_mustache),
        ("where", PackageResources.where_mustache),
        ("whereform", PackageResources.whereform_mustache),
    ]
}
