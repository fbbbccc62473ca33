import JSON

// A notice and what it consists of. The members stand in the order of their keys' bytes.

extension Notice: CompactJSONObject {
    static var blank: Self { Notice(id: "", source: .blank, purpose: .other) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("awards", &awards)
        json.member("buyers", &buyers)
        json.member("changes", &changes)
        json.member("cpv", &cpv)
        json.member("description", &description)
        json.member("id", &id)
        json.member("issued", &issued)
        json.member("kind", &kind)
        json.member("languages", &languages)
        json.member("lots", &lots)
        json.member("modifies", &modifies)
        json.member("nuts", &nuts)
        json.member("organisations", &organisations)
        json.member("procedure", &procedure)
        json.member("procedureID", &procedureID)
        json.member("publicationNumber", &publicationNumber)
        json.member("published", &published)
        json.member("purpose", &purpose)
        json.member("source", &source)
        json.member("subtype", &subtype)
        json.member("tendering", &tendering)
        json.member("title", &title)
        json.member("type", &type)
        json.member("value", &value)
        json.member("version", &version)
        json.member("withheld", &withheld)
    }
}

extension NoticeSource: CompactJSONObject {
    static var blank: Self { NoticeSource(dialect: .blank) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("dialect", &dialect)
        json.member("schema", &schema)
    }
}

extension NoticeSource.Dialect: CompactJSONCode { static var blank: Self { .mapped } }
extension NoticePurpose: CompactJSONCode { static var blank: Self { .other } }
extension ContractKind: CompactJSONCode { static var blank: Self { .services } }

extension ChangedNotice: CompactJSONObject {
    static var blank: Self { ChangedNotice(id: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("id", &id)
        json.member("reason", &reason)
        json.member("version", &version)
    }
}

extension ModifiedContract: CompactJSONObject {
    static var blank: Self { ModifiedContract(notice: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("notice", &notice)
        json.member("sections", &sections)
    }
}

extension Procedure: CompactJSONObject {
    static var blank: Self { Procedure() }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("dynamicPurchasingSystem", &dynamicPurchasingSystem)
        json.member("framework", &framework)
        json.member("isAccelerated", &isAccelerated)
        json.member("legalBasis", &legalBasis)
        json.member("type", &type)
    }
}

extension Lot: CompactJSONObject {
    static var blank: Self { Lot(id: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("cpv", &cpv)
        json.member("deadline", &deadline)
        json.member("description", &description)
        json.member("id", &id)
        json.member("kind", &kind)
        json.member("nuts", &nuts)
        json.member("role", &role)
        json.member("strategicGoals", &strategicGoals)
        json.member("suitableForSMEs", &suitableForSMEs)
        json.member("title", &title)
        json.member("value", &value)
    }
}

extension Lot.Role: CompactJSONCode { static var blank: Self { .lot } }

extension StrategicGoal: CompactJSONObject {
    static var blank: Self { StrategicGoal(list: .blank, code: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("code", &code)
        json.member("list", &list)
    }
}

extension StrategicGoal.List: CompactJSONCode { static var blank: Self { .strategicProcurement } }

extension Award: CompactJSONObject {
    static var blank: Self { Award() }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("concluded", &concluded)
        json.member("contractNumber", &contractNumber)
        json.member("ends", &ends)
        json.member("lots", &lots)
        json.member("outcome", &outcome)
        json.member("tendersReceived", &tendersReceived)
        json.member("title", &title)
        json.member("value", &value)
        json.member("winners", &winners)
    }
}

extension Award.Outcome: CompactJSONValue {
    func write(to json: inout JSONWriter) {
        json.byte("{")
        switch self {
        case .awarded(var winnersWithheld):
            json.member("awarded")
            json.object { $0.member("winnersWithheld", &winnersWithheld) }
        case .noWinner(var reason):
            json.member("noWinner")
            json.object { $0.member("reason", &reason) }
        case .open: json.raw(#""open":{}"#)
        case .unstated: json.raw(#""unstated":{}"#)
        }
        json.byte("}")
    }

    init(from json: inout JSONReader) {
        self = .unstated
        json.expect("{")
        if json.hasMember("awarded") {
            var winnersWithheld = false
            json.object { $0.member("winnersWithheld", &winnersWithheld) }
            self = .awarded(winnersWithheld: winnersWithheld)
        } else if json.hasMember("noWinner") {
            var reason: String?
            json.object { $0.member("reason", &reason) }
            self = .noWinner(reason: reason)
        } else if json.takes(#""open":{}"#) {
            self = .open
        } else if !json.takes(#""unstated":{}"#) {
            json.fail(expected: "an outcome")
        }
        json.expect("}")
    }
}

extension Organisation: CompactJSONObject {
    static var blank: Self { Organisation(id: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("city", &city)
        json.member("country", &country)
        json.member("id", &id)
        json.member("isNaturalPerson", &isNaturalPerson)
        json.member("name", &name)
        json.member("nationalIDs", &nationalIDs)
        json.member("nuts", &nuts)
        json.member("postalCode", &postalCode)
        json.member("size", &size)
        json.member("website", &website)
    }
}

extension SupplierSize: CompactJSONCode { static var blank: Self { .micro } }

extension LocalizedText.Version: CompactJSONObject {
    static var blank: Self { Self(language: nil, text: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("language", &language)
        json.member("text", &text)
    }
}

extension Withholding: CompactJSONObject {
    static var blank: Self { Withholding() }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("field", &field)
        json.member("reason", &reason)
        json.member("until", &until)
    }
}

extension RegisterEntry: CompactJSONObject {
    static var blank: Self { RegisterEntry(name: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("cpv", &cpv)
        json.member("description", &description)
        json.member("email", &email)
        json.member("legalForm", &legalForm)
        json.member("name", &name)
        json.member("nationalID", &nationalID)
        json.member("nuts", &nuts)
        json.member("sector", &sector)
        json.member("size", &size)
        json.member("sni", &sni)
        json.member("sniLabel", &sniLabel)
        json.member("website", &website)
    }
}
