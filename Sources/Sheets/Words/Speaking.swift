import Procurement

/// What speaks to people in one of the languages.
package protocol Speaking {
    var language: TextLanguage { get }
}

extension Speaking {
    package func pick(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }
}
