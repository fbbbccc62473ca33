/// What `config/feeds/NAME.yaml` says: which element of an export feeds which field of a notice.
///
/// `docs/formats/mapped-exports.md` documents the format.
package struct FeedMapping: Sendable, Hashable {
    /// Becomes the notice's schema, such as `tendsign`.
    package var name: String
    /// The local name of the element that is one notice.
    package var notice: String
    /// Where set, only elements of this namespace are notices.
    package var namespace: String?

    var defaults = Defaults()
    var formats = ValueFormats()
    var fields = FieldGroup<NoticeField>()
    var buyers: FieldGroup<PartyField>?
    var lots: FieldGroup<LotField>?
    var awards: FieldGroup<AwardField>?
    var winners: FieldGroup<PartyField>?

    /// What holds where an export says nothing.
    struct Defaults: Sendable, Hashable {
        /// ISO 639-2/T, of all texts.
        var language: String?
        /// ISO 3166 alpha-2, of all parties.
        var country: String?
        /// ISO 4217, of all amounts.
        var currency: String?
    }
}

/// The rules of one group of fields.
struct FieldGroup<Field: MappedField>: Sendable, Hashable {
    /// The elements that the group is read from, once for each; `nil` for the notice itself.
    var each: ElementPath?
    var rules: [Field: FieldRule] = [:]
}

/// How one field is found.
struct FieldRule: Sendable, Hashable {
    /// Tried one after the other.
    var paths: [ElementPath] = []
    /// The field's value where no path is given.
    var constant: String?
    /// What the export's words mean, keys in lower case with single spaces.
    var values: [String: String] = [:]
    /// The same with the words as the mapping writes them, so that they needn't be brought to another form.
    var valuesAsWritten: [String: String] = [:]
    /// What parts several values in one text.
    var separator: String?
    /// The language of the words: a code, or where it stands (`@språk`).
    var language: Language?

    enum Language: Sendable, Hashable {
        case code(String)
        case at(ElementPath)
    }
}
