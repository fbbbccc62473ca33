import Procurement

/// Fields that a notice withholds, for a time or for good (`efac:FieldsPrivacy`).
///
/// A block stands beside the field that it is about and names it by a code of the list `non-publication-identifier`.
/// In the field itself a mask is published: -1, `unpublished`, or 1970-01-01.
enum EFormsPrivacy {
    /// Every field that is said to be withheld, each statement once.
    static func everything(in root: Element) -> [Withholding] {
        root.descendants("FieldsPrivacy").map(read).withoutRepeats
    }

    /// The block beside a field, if there is one.
    static func withholding(_ field: StaticString, in parent: Element) -> Withholding? {
        parent.all("FieldsPrivacy").first { $0.first("FieldIdentifierCode")?.textIs(field) == true }.map(read)
    }

    private static func read(_ block: Element) -> Withholding {
        Withholding(
            field: block.first("FieldIdentifierCode")?.text, reason: block.first("ReasonCode")?.text,
            until: block.first("PublicationDate")?.date)
    }
}
