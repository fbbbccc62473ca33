// The values that stand for themselves.

extension String: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) { json.string(self) }
    init(from json: inout CompactJSONReader) { self = json.string() }
}

extension Int: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) {
        if self < 0 { json.byte(UInt8(ascii: "-")) }
        json.digits(magnitude)
    }

    init(from json: inout CompactJSONReader) {
        let isNegative = json.take(UInt8(ascii: "-"))
        guard let value = json.digits() else {
            json.fail()
            self = 0
            return
        }
        self = isNegative ? -value : value
    }
}

extension Bool: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) { json.plain(self ? "true" : "false") }

    init(from json: inout CompactJSONReader) {
        self = json.takes("true")
        if !self, !json.takes("false") { json.fail() }
    }
}

extension Array: CompactJSONValue where Element: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) {
        json.open(UInt8(ascii: "["))
        for element in self {
            json.item()
            element.write(to: &json)
        }
        json.close(UInt8(ascii: "]"))
    }

    init(from json: inout CompactJSONReader) {
        self = []
        json.open(UInt8(ascii: "["))
        while json.hasItem() { append(Element(from: &json)) }
    }
}

extension Identifier: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) { json.string(rawValue) }
    init(from json: inout CompactJSONReader) { rawValue = json.string() }
}

/// Codes of a closed list.
protocol CompactJSONCode: CompactJSONValue, RawRepresentable<String> {
    static var blank: Self { get }
}

extension CompactJSONCode {
    func write(to json: inout CompactJSONWriter) { json.string(rawValue) }

    init(from json: inout CompactJSONReader) {
        guard let code = Self(rawValue: json.string()) else {
            json.fail()
            self = .blank
            return
        }
        self = code
    }
}

extension CPVCode: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) {
        json.byte(UInt8(ascii: "\""))
        json.digits(UInt(number), width: 8)
        json.byte(UInt8(ascii: "\""))
    }

    init(from json: inout CompactJSONReader) {
        self = json.plainString { $0.count == 8 ? CPVCode(digits: $0) : nil } ?? .none
    }

    private static let none = CPVCode(number: 0)
}

extension NUTSCode: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) { json.string(code) }

    init(from json: inout CompactJSONReader) {
        guard let code = NUTSCode(json.string()) else {
            json.fail()
            self.init(written: "")
            return
        }
        self = code
    }
}

extension CalendarDate: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else { return json.string(description) }
        json.byte(UInt8(ascii: "\""))
        json.digits(UInt(year), width: 4)
        json.byte(UInt8(ascii: "-"))
        json.digits(UInt(month), width: 2)
        json.byte(UInt8(ascii: "-"))
        json.digits(UInt(day), width: 2)
        json.byte(UInt8(ascii: "\""))
    }

    init(from json: inout CompactJSONReader) {
        self = json.plainString { $0.count == 10 ? CalendarDate(bytes: $0) : nil } ?? CalendarDate(daysSinceEpoch: 0)
    }
}

extension Money: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) {
        json.open(UInt8(ascii: "{"))
        json.key("amount")
        json.byte(UInt8(ascii: "\""))
        if hundredths < 0 { json.byte(UInt8(ascii: "-")) }
        json.digits(UInt(hundredths.magnitude / 100))
        json.byte(UInt8(ascii: "."))
        json.digits(UInt(hundredths.magnitude % 100), width: 2)
        json.byte(UInt8(ascii: "\""))
        json.key("currency")
        json.string(currency)
        json.close(UInt8(ascii: "}"))
    }

    init(from json: inout CompactJSONReader) {
        json.open(UInt8(ascii: "{"))
        var amount = ""
        var currency = ""
        json.member("amount", &amount)
        json.member("currency", &currency)
        json.close(UInt8(ascii: "}"))
        guard let money = Money(amount: amount, currency: currency) else {
            json.fail()
            self.init(hundredths: 0, currency: "")
            return
        }
        self = money
    }
}

extension LocalizedText: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) { versions.write(to: &json) }
    init(from json: inout CompactJSONReader) { self.init([Version](from: &json)) }
}

extension Disclosed: CompactJSONValue where Value: CompactJSONValue {
    func write(to json: inout CompactJSONWriter) {
        switch self {
        case .missing: json.plain("null")
        case .stated(let value):
            json.open(UInt8(ascii: "{"))
            json.key("stated")
            value.write(to: &json)
            json.close(UInt8(ascii: "}"))
        case .withheld(let withholding):
            json.open(UInt8(ascii: "{"))
            json.key("withheld")
            withholding.write(to: &json)
            json.close(UInt8(ascii: "}"))
        }
    }

    init(from json: inout CompactJSONReader) {
        self = .missing
        if json.takes("null") { return }
        json.open(UInt8(ascii: "{"))
        if json.hasKey("stated") {
            self = .stated(Value(from: &json))
        } else if json.hasKey("withheld") {
            self = .withheld(Withholding(from: &json))
        } else {
            json.fail()
        }
        json.close(UInt8(ascii: "}"))
    }
}
