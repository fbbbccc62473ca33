/// One text in the languages that the publisher gave it in, in the order of the document.
///
/// Encoded as `[{"language": "SWE", "text": "…"}, …]`.
package struct LocalizedText: Sendable, Hashable, Codable, ExpressibleByArrayLiteral {
    package struct Version: Sendable, Hashable, Codable {
        /// ISO 639-2/T in upper case (`SWE`, `ENG`), as eForms writes it; `nil` where not said.
        package var language: String?
        package var text: String

        package init(language: String?, text: String) {
            self.language = language
            self.text = text
        }
    }

    package var versions: [Version]

    package init(_ versions: [Version] = []) { self.versions = versions }
    package init(arrayLiteral elements: Version...) { versions = elements }

    /// One text in one language.
    package init(_ text: String, language: String?) { versions = [Version(language: language, text: text)] }

    package init(from decoder: any Decoder) throws {
        versions = try decoder.singleValueContainer().decode([Version].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(versions)
    }

    package var isEmpty: Bool { versions.isEmpty }

    /// The text in the first of `languages` that it has; otherwise the first version; `nil` when there is none.
    package func text(preferring languages: [String] = ["SWE", "ENG"]) -> String? {
        for language in languages {
            if let version = versions.first(where: { $0.language == language }) { return version.text }
        }
        return versions.first?.text
    }

    /// Adds a version, unless the same text in the same language is there already.
    package mutating func add(_ text: String, language: String?) {
        let version = Version(language: language, text: text)
        if !versions.contains(version) { versions.append(version) }
    }
}
