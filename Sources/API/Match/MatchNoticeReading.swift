import JSONRPC

// What is asked most. A test holds that it reads what `Codable` reads.

extension MatchNotice.Parameters: JSONReadable {
    package init?(plain value: JSONValue) {
        guard let members = value.plainMembers else { return nil }
        var notice: NoticeDescription?
        var options = MatchOptions()
        for member in members {
            switch (member.name, member.value) {
            case ("notice", let value):
                guard let description = NoticeDescription(plain: value) else { return nil }
                notice = description
            case ("limit", .number(let number)):
                guard let count = number.integer(Int.self), Limit.range.contains(count) else { return nil }
                options.limit = Limit(clamping: count)
            case ("explain", .bool(let flag)): options.explain = flag
            case ("keep", .bool(let flag)): options.keep = flag
            default: return nil
            }
        }
        guard let notice else { return nil }
        self.init(notice: .described(notice), options: options)
    }
}

extension NoticeDescription: JSONReadable {
    package init?(plain value: JSONValue) {
        guard Self.isWithinBounds(value), let members = value.plainMembers, case .string(let title) = value["title"]
        else { return nil }
        self.init(title: title)
        for member in members {
            switch (member.name, member.value) {
            case ("title", _): break
            case ("description", .string(let text)): description = text
            case ("cpv", let value):
                guard let codes = value.plainStrings else { return nil }
                cpv = codes
            case ("nuts", let value):
                guard let codes = value.plainStrings else { return nil }
                nuts = codes
            case ("buyer", let value):
                guard let named = BuyerQuery(plain: value) else { return nil }
                buyer = named
            case ("kind", .string(let word)):
                guard let known = ContractKind(rawValue: word) else { return nil }
                kind = known
            default: return nil
            }
        }
    }
}

extension BuyerQuery: JSONReadable {
    package init?(plain value: JSONValue) {
        guard Self.isWithinBounds(value), let members = value.plainMembers else { return nil }
        self.init()
        for member in members {
            switch (member.name, member.value) {
            case ("id", .string(let text)): id = text
            case ("name", .string(let text)): name = text
            default: return nil
            }
        }
    }
}
