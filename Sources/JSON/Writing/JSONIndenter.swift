extension JSONValue {
    /// The value in lines for people: two spaces a level; what is short and holds no objects stays on one line.
    package var indented: String {
        var text = ""
        append(to: &text, indent: "")
        return text
    }

    private func append(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .array(let elements) where elements.contains(where: { $0.object != nil || $0.array != nil }) || isLong:
            text += "["
            for (index, element) in elements.enumerated() {
                text += (index > 0 ? "," : "") + "\n" + inner
                element.append(to: &text, indent: inner)
            }
            text += "\n" + indent + "]"
        case .object(let object) where !object.isEmpty:
            text += "{"
            for (index, member) in object.members.enumerated() {
                text += (index > 0 ? "," : "") + "\n" + inner + JSONValue.string(member.name).description + ": "
                member.value.append(to: &text, indent: inner)
            }
            text += "\n" + indent + "}"
        default: text += description
        }
    }

    private var isLong: Bool { bytes.count > 100 }
}
