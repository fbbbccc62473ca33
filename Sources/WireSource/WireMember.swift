/// One member of a wire type, as it is declared.
struct WireMember {
    /// The property's name.
    var property: String
    /// Its name on the wire.
    var name: String
    /// As written, without the question mark of an optional.
    var type: String
    /// May be absent on the wire.
    var isOptional: Bool
    /// The initial value, as written.
    var initial: String?
    /// What its comment says, on one line.
    var note: String
    /// The argument of `@Within`.
    var bound: String?
    /// Absent on the wire where it has its initial value.
    var isDefaulted: Bool
    /// Computed of the others: it is written, and what is read of it counts for nothing.
    var isDerived: Bool
    /// Its members stand beside those of the type.
    var isInlined: Bool
    /// Notes for members of an inlined one, in place of their own.
    var notes: String?

    /// Always on the wire.
    var isRequired: Bool { !isOptional && !isDefaulted && !isInlined }

    /// - Parameter declaration: from the property's name on.
    /// - Returns: `nil` for a computed property that isn't `@Derived`.
    init?(
        _ declaration: Substring, _ marks: WireMarks, _ piece: DeclarationReader.Piece
    ) throws(DeclarationError) {
        func wrong(_ message: String) -> DeclarationError { DeclarationError(message, at: piece.offset) }
        property = String(declaration.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        let rest = declaration.dropFirst(property.count).trimmed
        guard rest.first == ":" else { throw wrong("a member of a wire type is declared by itself, with its type") }
        let annotated = rest.dropFirst().prefix { $0 != "=" && $0 != "{" }
        let after = rest.dropFirst(1 + annotated.count)
        isDerived = marks.has("Derived")
        if after.first == "{", !isDerived { return nil }
        type = String(annotated.trimmed)
        isOptional = type.hasSuffix("?")
        if isOptional { type.removeLast() }
        initial = after.first == "=" ? String(after.dropFirst().trimmed) : nil
        note = piece.comment.joined(separator: " ")
        name = marks.text("Named") ?? property
        bound = marks.argument("Within")
        isDefaulted = marks.has("Defaulted")
        isInlined = marks.has("Inlined")
        notes = marks.argument("Inlined")
        if type.contains(","), !type.contains("<") { throw wrong("a member of a wire type is declared by itself") }
        if isDefaulted, isOptional || initial == nil {
            throw wrong("a member that is @Defaulted has an initial value and is no optional")
        }
        if note.isEmpty, !isInlined {
            throw wrong("“\(property)” has no comment: it is the member's description in the contract")
        }
    }
}
