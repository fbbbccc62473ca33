import JSON

// The values that stand for themselves.

extension String: CompactJSONValue {
    func write(to json: inout JSONWriter) { json.write(self) }
    init(from json: inout JSONReader) { self = json.string() }
}

extension Int: CompactJSONValue {
    func write(to json: inout JSONWriter) { json.write(self) }
    init(from json: inout JSONReader) { self = json.integer() }
}

extension Bool: CompactJSONValue {
    func write(to json: inout JSONWriter) { json.write(self) }

    init(from json: inout JSONReader) {
        self = json.takes("true")
        if !self, !json.takes("false") { json.fail(expected: "true or false") }
    }
}

extension Array: CompactJSONValue where Element: CompactJSONValue {
    func write(to json: inout JSONWriter) {
        json.byte("[")
        for element in self {
            json.element()
            element.write(to: &json)
        }
        json.byte("]")
    }

    init(from json: inout JSONReader) {
        self = []
        json.expect("[")
        while json.hasElement() { append(Element(from: &json)) }
    }
}

extension Identifier: CompactJSONValue {
    func write(to json: inout JSONWriter) { json.write(rawValue) }
    init(from json: inout JSONReader) { rawValue = json.string() }
}

/// Codes of a closed list.
protocol CompactJSONCode: CompactJSONValue, RawRepresentable<String> {
    static var blank: Self { get }
}

extension CompactJSONCode {
    func write(to json: inout JSONWriter) { json.write(rawValue) }
    init(from json: inout JSONReader) { self = json.required(Self(rawValue: json.string()), or: .blank) }
}

extension CPVCode: CompactJSONValue {
    func write(to json: inout JSONWriter) {
        json.byte("\"")
        json.digits(UInt(number), places: 8)
        json.byte("\"")
    }

    init(from json: inout JSONReader) {
        self = json.plainString { $0.count == 8 ? CPVCode(digits: $0) : nil } ?? .none
    }

    private static let none = CPVCode(number: 0)
}

extension NUTSCode: CompactJSONValue {
    func write(to json: inout JSONWriter) { json.write(code) }
    init(from json: inout JSONReader) { self = json.required(NUTSCode(json.string()), or: NUTSCode(written: "")) }
}

extension CalendarDate: CompactJSONValue {
    func write(to json: inout JSONWriter) {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else { return json.write(description) }
        json.byte("\"")
        json.digits(UInt(year), places: 4)
        json.byte("-")
        json.digits(UInt(month), places: 2)
        json.byte("-")
        json.digits(UInt(day), places: 2)
        json.byte("\"")
    }

    init(from json: inout JSONReader) {
        self = json.plainString { $0.count == 10 ? CalendarDate(bytes: $0) : nil } ?? CalendarDate(daysSinceEpoch: 0)
    }
}

extension Money: CompactJSONValue {
    func write(to json: inout JSONWriter) {
        json.byte("{")
        json.member("amount")
        json.byte("\"")
        if hundredths < 0 { json.byte("-") }
        json.write(Int(hundredths.magnitude / 100))
        json.byte(".")
        json.digits(UInt(hundredths.magnitude % 100), places: 2)
        json.byte("\"")
        json.member("currency")
        json.write(currency)
        json.byte("}")
    }

    init(from json: inout JSONReader) {
        var amount = ""
        var currency = ""
        json.object {
            $0.member("amount", &amount)
            $0.member("currency", &currency)
        }
        self = json.required(
            Money(amount: amount, currency: currency), or: Money(hundredths: 0, currency: ""))
    }
}

extension LocalizedText: CompactJSONValue {
    func write(to json: inout JSONWriter) { versions.write(to: &json) }
    init(from json: inout JSONReader) { self.init([Version](from: &json)) }
}

extension Disclosed: CompactJSONValue where Value: CompactJSONValue {
    func write(to json: inout JSONWriter) {
        switch self {
        case .missing: json.raw("null")
        case .stated(var value): json.object { $0.member("stated", &value) }
        case .withheld(var withholding): json.object { $0.member("withheld", &withholding) }
        }
    }

    init(from json: inout JSONReader) {
        self = .missing
        if json.takes("null") { return }
        var value: Value?
        var withholding: Withholding?
        json.object {
            $0.member("stated", &value)
            if value == nil { $0.member("withheld", &withholding) }
        }
        self = json.required(value.map(Self.stated) ?? withholding.map(Self.withheld), or: .missing)
    }
}
