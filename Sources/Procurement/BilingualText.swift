/// One text in the two languages that Torg speaks to people. A plain string stands for both.
package struct BilingualText: Sendable, Hashable, Codable {
    package var sv: String
    package var en: String

    package init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    /// A name that is the same in both.
    package init(_ text: String) { self.init(sv: text, en: text) }

    package func text(in language: TextLanguage) -> String { language == .sv ? sv : en }

    private enum CodingKeys: String, CodingKey { case sv, en }

    package init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            sv = text
            en = text
            return
        }
        guard let container = try? decoder.container(keyedBy: CodingKeys.self) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "a text, or an object with it in sv and en"))
        }
        sv = try container.decode(String.self, forKey: .sv)
        en = try container.decode(String.self, forKey: .en)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sv, forKey: .sv)
        try container.encode(en, forKey: .en)
    }
}
