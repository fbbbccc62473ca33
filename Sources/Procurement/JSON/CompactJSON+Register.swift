import JSON

// The rows of public registers.

extension RegisterSource: CompactJSONCode {
    static var blank: Self { .scb }
}

extension SNIVersion: CompactJSONValue {
    func write(to json: inout JSONWriter) { json.write(rawValue) }
    init(from json: inout JSONReader) { self = json.required(Self(rawValue: json.integer()), or: .sni2007) }
}

extension RegisteredFirm.Proceeding: CompactJSONObject {
    static var blank: Self { Self(code: "", since: nil) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("code", &code)
        json.member("since", &since)
    }
}

extension RegisteredFirm: CompactJSONObject {
    static var blank: Self { RegisteredFirm(source: .scb, number: 0, name: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("activeStatus", &activeStatus)
        json.member("activity", &activity)
        json.member("endReason", &endReason)
        json.member("ended", &ended)
        json.member("legalForm", &legalForm)
        json.member("name", &name)
        json.member("number", &number)
        json.member("otherNames", &otherNames)
        json.member("postcode", &postcode)
        json.member("proceedings", &proceedings)
        json.member("refusesAdvertising", &refusesAdvertising)
        json.member("registered", &registered)
        json.member("serial", &serial)
        json.member("sni", &sni)
        json.member("sniVersion", &sniVersion)
        json.member("source", &source)
        json.member("successor", &successor)
        json.member("town", &town)
    }
}

extension RegisterTally.Note: CompactJSONObject {
    static var blank: Self { Self(reason: "", count: 0, lines: []) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("count", &count)
        json.member("lines", &lines)
        json.member("reason", &reason)
    }
}

extension RegisterTally: CompactJSONObject {
    static var blank: Self { RegisterTally() }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("mended", &mended)
        json.member("persons", &persons)
        json.member("refused", &refused)
        json.member("rows", &rows)
        json.member("source", &source)
    }
}
