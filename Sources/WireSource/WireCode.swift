/// The code that is made of the members of a wire type.
package struct WireCode {
    private let members: [WireMember]
    private let hasInitializer: Bool

    /// - Parameter source: the declaration, from its attributes to its last brace.
    package init(_ source: String) throws(DeclarationError) {
        let declaration = try WireDeclaration(source)
        members = declaration.members
        hasInitializer = declaration.hasInitializer
    }

    /// All of it.
    package var text: String {
        var parts = [notes, bounds, writing, plainReading]
        if !hasInitializer { parts.append(initializer) }
        if isCodedByHand { parts += [decoding, encoding] }
        return parts.compactMap { $0 }.joined(separator: "\n\n")
    }

    /// Where the compiler's own coding wouldn't do.
    private var isCodedByHand: Bool {
        members.contains { $0.name != $0.property || $0.isDefaulted || $0.isDerived || $0.isInlined }
    }
    private var stored: [WireMember] { members.filter { !$0.isDerived } }

    private var initializer: String {
        let parameters = stored.map { member in
            let type = member.type + (member.isOptional ? "?" : "")
            let value = member.initial ?? (member.isOptional ? "nil" : nil)
            return "\(member.property): \(type)\(value.map { " = \($0)" } ?? "")"
        }
        return """
            package init(\(parameters.joined(separator: ", "))) {
            \(lines(stored.map { "self.\($0.property) = \($0.property)" }))
            }
            """
    }

    // MARK: The schema

    private var notes: String {
        let own = members.filter { !$0.isInlined }.map { "\"\($0.name)\": \(quoted($0.note))" }
        let notes = dictionary(own)
        guard let inlined = members.first(where: \.isInlined) else {
            return "package static let notes: [String: String] = \(notes)"
        }
        let others = inlined.notes.map { ".merging(\($0)) { _, own in own }" } ?? ""
        return """
            package static let notes: [String: String] =
                \(inlined.type).notes\(others).merging(\(notes)) { _, own in own }
            """
    }

    private var bounds: String? {
        let own = members.compactMap { member in member.bound.map { "\"\(member.name)\": \($0)" } }
        if let inlined = members.first(where: \.isInlined) {
            return """
                package static let bounds: [String: Bound] =
                    \(inlined.type).bounds.merging(\(dictionary(own))) { _, own in own }
                """
        }
        return own.isEmpty ? nil : "package static let bounds: [String: Bound] = \(dictionary(own))"
    }

    // MARK: Writing

    /// Straight into bytes. Commas are known beforehand once a member has come that is always there.
    private var writing: String {
        if members.allSatisfy({ !$0.isRequired }) {
            return """
                package func write(to writer: inout JSONWriter) {
                writer.raw("{")
                var isFirst = true
                writeMembers(to: &writer, &isFirst)
                writer.raw("}")
                }

                package func writeMembers(to writer: inout JSONWriter, _ isFirst: inout Bool) {
                \(lines(members.map { write($0, isSettled: false) }))
                }
                """
        }
        var code: [String] = []
        if members[0].isRequired {
            code.append("writer.raw(#\"{\"\(members[0].name)\":\"#)\n\(members[0].property).write(to: &writer)")
        } else {
            code.append("writer.raw(\"{\")\nvar isFirst = true\n\(write(members[0], isSettled: false))")
        }
        var isSettled = members[0].isRequired
        for member in members.dropFirst() {
            if member.isInlined {
                code.append(members[0].isRequired ? "var isFirst = false" : isSettled ? "isFirst = false" : "")
            }
            code.append(write(member, isSettled: isSettled))
            isSettled = isSettled || member.isRequired
        }
        code.append("writer.raw(\"}\")")
        return "package func write(to writer: inout JSONWriter) {\n\(lines(code))\n}"
    }

    private func write(_ member: WireMember, isSettled: Bool) -> String {
        if member.isInlined { return "\(member.property).writeMembers(to: &writer, &isFirst)" }
        let name =
            isSettled
            ? "writer.raw(#\",\"\(member.name)\":\"#)" : "writer.begin(#\"\"\(member.name)\":\"#, &isFirst)"
        let write = "\(name)\n\(member.property).write(to: &writer)"
        if member.isOptional { return "if let \(member.property) {\n\(write)\n}" }
        if member.isDefaulted, let initial = member.initial {
            return "if \(member.property) != \(initial) {\n\(write)\n}"
        }
        return write
    }

    // MARK: Reading

    /// What is as it nearly always is; `init(from:)` says what is wrong with the rest.
    private var plainReading: String {
        let own = members.filter { !$0.isInlined }
        let inlined = members.first { $0.isInlined }
        // Underscores, because the members may be called anything.
        var code = ["guard Self.isWithinBounds(_value), let _members = _value.plainMembers else { return nil }"]
        code += own.map { "var \($0.property): \($0.type)?" }
        if inlined != nil { code.append("var _others: [JSONObject.Member] = []") }
        code.append("for _member in _members {\nswitch _member.name {")
        code += own.map { member in
            """
            case "\(member.name)":
            guard let _read = \(member.type)(plain: _member.value) else { return nil }
            \(member.property) = _read
            """
        }
        code.append(inlined == nil ? "default: return nil" : "default: _others.append(_member)")
        code.append("}\n}")
        let required = own.filter(\.isRequired)
            .map { $0.isDerived ? "\($0.property) != nil" : "let \($0.property)" }
        if !required.isEmpty { code.append("guard \(required.joined(separator: ", ")) else { return nil }") }
        if let inlined {
            code.append(
                """
                guard let \(inlined.property) = \(inlined.type)(plain: .object(JSONObject(_others))) else { return nil }
                """)
        }
        code += stored.map { member in
            let other = member.isDefaulted ? member.initial.map { " ?? \($0)" } ?? "" : ""
            return "self.\(member.property) = \(member.property)\(other)"
        }
        // Called once a value: inlined into one another they took an optimised build half as long again.
        return "@inline(never)\npackage init?(plain _value: JSONValue) {\n\(lines(code))\n}"
    }

    private var decoding: String {
        let code = members.map { member in
            let key = ".name(\"\(member.name)\")"
            if member.isInlined { return "\(member.property) = try \(member.type)(from: decoder)" }
            let place = member.isDerived ? "_" : member.property
            if member.isRequired { return "\(place) = try container.decode(\(member.type).self, forKey: \(key))" }
            let other = member.isDefaulted ? member.initial.map { " ?? \($0)" } ?? "" : ""
            return "\(member.property) = try container.decodeIfPresent(\(member.type).self, forKey: \(key))\(other)"
        }
        return """
            package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: PathKey.self)
            \(lines(code))
            }
            """
    }

    private var encoding: String {
        let code = members.map { member in
            if member.isInlined { return "try \(member.property).encode(to: encoder)" }
            let arguments = "(\(member.property), forKey: .name(\"\(member.name)\"))"
            if member.isOptional { return "try container.encodeIfPresent\(arguments)" }
            guard member.isDefaulted, let initial = member.initial else { return "try container.encode\(arguments)" }
            return "if \(member.property) != \(initial) { try container.encode\(arguments) }"
        }
        return """
            package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: PathKey.self)
            \(lines(code))
            }
            """
    }

    // MARK: Text

    private func lines(_ code: [String]) -> String { code.joined(separator: "\n") }
    private func dictionary(_ entries: [String]) -> String {
        entries.isEmpty ? "[:]" : "[\(entries.joined(separator: ", "))]"
    }

    /// A string literal.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
