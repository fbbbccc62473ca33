import Procurement

extension TimetableRequest {
    /// Refuses what makes no sense, all faults at once.
    func check() throws(DialogueError) {
        var check = RequestCheck()
        check.require((1...64).contains(slots.count), "slots", "\(slots.count) slots; 1…64")
        check.require(tables >= 0, "tables", "\(tables) is negative")
        check.require(
            (0...max(0, tables)).contains(spareTables), "spareTables", "\(spareTables) is outside 0…\(tables)")
        check.unique(slots.map(\.id), "slots")
        check.unique(companies.map(\.id), "companies")
        check.unique(hosts.map(\.id), "hosts")
        check.unique(wishes.map { "\($0.company) – \($0.host)" }, "wishes")
        let slotIDs = Set(slots.map(\.id))
        for (index, company) in companies.enumerated() {
            check.participant(company.minimum, company.maximum, company.unavailable, "companies[\(index)]", slotIDs)
        }
        for (index, host) in hosts.enumerated() {
            check.participant(host.minimum, host.maximum, host.unavailable, "hosts[\(index)]", slotIDs)
        }
        let companyIDs = Set(companies.map(\.id))
        let hostIDs = Set(hosts.map(\.id))
        for (index, wish) in wishes.enumerated() {
            check.score(wish.companyScore, "wishes[\(index)].companyScore")
            check.score(wish.hostScore, "wishes[\(index)].hostScore")
            check.require(companyIDs.contains(wish.company), "wishes[\(index)]", "no company “\(wish.company)”")
            check.require(hostIDs.contains(wish.host), "wishes[\(index)]", "no host “\(wish.host)”")
        }
        var named: [String] = []
        for (index, edit) in edits.enumerated() {
            let path = "edits[\(index)]"
            switch edit.change {
            case .pin(let company, let host, let slot):
                check.require(companyIDs.contains(company), path, "no company “\(company)”")
                check.require(hostIDs.contains(host), path, "no host “\(host)”")
                if let slot { check.require(slotIDs.contains(slot), path, "no slot “\(slot)”") }
                named.append("\(company) – \(host)")
            case .forbid(let company, let host):
                check.require(companyIDs.contains(company), path, "no company “\(company)”")
                check.require(hostIDs.contains(host), path, "no host “\(host)”")
                named.append("\(company) – \(host)")
            }
        }
        check.unique(named, "edits")
        try check.finish()
    }
}

extension RequestCheck {
    fileprivate mutating func participant(
        _ minimum: Int, _ maximum: Int?, _ unavailable: [SlotID], _ path: String, _ slots: Set<SlotID>
    ) {
        require(minimum >= 0, "\(path).minimum", "\(minimum) is negative")
        if let maximum {
            require(maximum >= minimum, "\(path).maximum", "\(maximum) is less than the minimum, \(minimum)")
        }
        for slot in unavailable where !slots.contains(slot) {
            require(false, "\(path).unavailable", "no slot “\(slot)”")
        }
    }
}
