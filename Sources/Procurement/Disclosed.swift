/// A value that the publisher stated, withheld, or did not give. The three are never mixed up:
/// a withheld number reads -1 in eForms, and must not become a value.
///
/// Encoded as `{"stated": …}`, `{"withheld": {…}}` or `null`.
package enum Disclosed<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    case stated(Value)
    case withheld(Withholding)
    case missing

    private enum CodingKeys: String, CodingKey { case stated, withheld }

    package init(from decoder: any Decoder) throws {
        if (try? decoder.singleValueContainer().decodeNil()) == true {
            self = .missing
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let value = try container.decodeIfPresent(Value.self, forKey: .stated) {
            self = .stated(value)
        } else {
            self = .withheld(try container.decode(Withholding.self, forKey: .withheld))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .stated(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(value, forKey: .stated)
        case .withheld(let withholding):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(withholding, forKey: .withheld)
        case .missing:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        }
    }

    package var value: Value? {
        if case .stated(let value) = self { value } else { nil }
    }

    package var isWithheld: Bool {
        if case .withheld = self { true } else { false }
    }
}

/// Why and until when a value is withheld (eForms FieldsPrivacy: BT-195, BT-196, BT-197, BT-198).
package struct Withholding: Sendable, Hashable, Codable {
    /// The eForms code of the withheld field, such as `win-ten-val`; `nil` where the value alone says so.
    package var field: String?
    /// The code of the reason (BT-197), such as `oth-int`.
    package var reason: String?
    /// The day from which it may be published.
    package var until: CalendarDate?

    package init(field: String? = nil, reason: String? = nil, until: CalendarDate? = nil) {
        self.field = field
        self.reason = reason
        self.until = until
    }
}
