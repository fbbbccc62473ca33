import JSON

// Who tendered for a procurement. The members stand in the order of their keys' bytes.

extension Tendering: CompactJSONObject {
    static var blank: Self { Tendering(procurement: "", outline: .blank) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("lots", &lots)
        json.member("outline", &outline)
        json.member("procurement", &procurement)
    }
}

extension Tendering.Outline: CompactJSONObject {
    static var blank: Self { Self(edition: 0, title: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("buyer", &buyer)
        json.member("buyerNumber", &buyerNumber)
        json.member("cpv", &cpv)
        json.member("dynamicPurchasingSystem", &dynamicPurchasingSystem)
        json.member("edition", &edition)
        json.member("framework", &framework)
        json.member("kind", &kind)
        json.member("legalBasis", &legalBasis)
        json.member("procedureType", &procedureType)
        json.member("published", &published)
        json.member("title", &title)
    }
}

extension TenderedLot: CompactJSONObject {
    static var blank: Self { Self(id: "", outline: .blank) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("contracted", &contracted)
        json.member("id", &id)
        json.member("outline", &outline)
        json.member("uncontracted", &uncontracted)
    }
}

extension TenderedLot.Outline: CompactJSONObject {
    static var blank: Self { Self(edition: 0) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("cpv", &cpv)
        json.member("edition", &edition)
        json.member("isAppealed", &isAppealed)
        json.member("title", &title)
    }
}

extension TenderSet: CompactJSONObject {
    static var blank: Self { Self(edition: 0) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("edition", &edition)
        json.member("tenderers", &tenderers)
        json.member("unnamed", &unnamed)
    }
}

extension Tenderer: CompactJSONObject {
    static var blank: Self { Self(name: nil, number: nil) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("name", &name)
        json.member("number", &number)
        json.member("size", &size)
        json.member("sni", &sni)
    }
}

extension SNICode: CompactJSONObject {
    static var blank: Self { Self(code: "", version: 0) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("code", &code)
        json.member("version", &version)
    }
}
