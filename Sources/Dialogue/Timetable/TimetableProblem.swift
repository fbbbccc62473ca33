import Procurement

/// The request in numbers: people in the order of ids, slots as bits, the meetings that may take place.
struct TimetableProblem: Sendable {
    struct Person: Sendable {
        var minimum: Int
        /// No more than the slots it can attend.
        var maximum: Int
        /// A bit for each slot that it can't attend.
        var closed: UInt64
    }

    struct Pair: Sendable {
        var company: Int
        var host: Int
        var worth: Int
        var isPinned: Bool
        var slot: Int?
    }

    let request: TimetableRequest
    let companyIDs: [SupplierID]
    let hostIDs: [HostID]
    let companies: [Person]
    let hosts: [Person]
    /// By company, then host.
    let pairs: [Pair]
    let slots: Int
    /// Tables in use at once, at most.
    let tables: Int

    /// Whether someone is away or a slot is pinned, so that slots can't be given by edge colouring alone.
    var isRestricted: Bool {
        (companies + hosts).contains { $0.closed != 0 } || pairs.contains { $0.slot != nil }
    }

    init(_ request: TimetableRequest, tables: Int? = nil) {
        self.request = request
        slots = request.slots.count
        self.tables = tables ?? request.tables - request.spareTables
        let slotIndex = Dictionary(uniqueKeysWithValues: request.slots.enumerated().map { ($0.element.id, $0.offset) })
        func person(_ minimum: Int, _ maximum: Int?, _ unavailable: [SlotID]) -> Person {
            let closed = unavailable.compactMap { slotIndex[$0] }.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
            let open = request.slots.count - closed.nonzeroBitCount
            return Person(minimum: minimum, maximum: min(maximum ?? open, open), closed: closed)
        }
        let sortedCompanies = request.companies.sorted { $0.id < $1.id }
        let sortedHosts = request.hosts.sorted { $0.id < $1.id }
        companyIDs = sortedCompanies.map(\.id)
        hostIDs = sortedHosts.map(\.id)
        let companies = sortedCompanies.map { person($0.minimum, $0.maximum, $0.unavailable) }
        let hosts = sortedHosts.map { person($0.minimum, $0.maximum, $0.unavailable) }
        self.companies = companies
        self.hosts = hosts
        let companyIndex = Dictionary(uniqueKeysWithValues: companyIDs.enumerated().map { ($0.element, $0.offset) })
        let hostIndex = Dictionary(uniqueKeysWithValues: hostIDs.enumerated().map { ($0.element, $0.offset) })
        var found: [Int: Pair] = [:]
        func key(_ company: SupplierID, _ host: HostID) -> (key: Int, company: Int, host: Int)? {
            guard let company = companyIndex[company], let host = hostIndex[host] else { return nil }
            return (company * hosts.count + host, company, host)
        }
        let all = slots == 64 ? UInt64.max : (1 << UInt64(slots)) - 1
        for wish in request.wishes {
            guard let (key, company, host) = key(wish.company, wish.host), wish.companyScore > 0, wish.hostScore > 0,
                (companies[company].closed | hosts[host].closed) & all != all
            else { continue }
            found[key] = Pair(
                company: company, host: host, worth: wish.companyScore + wish.hostScore, isPinned: false, slot: nil)
        }
        for edit in request.edits {
            switch edit.change {
            case .forbid(let company, let host):
                if let (key, _, _) = key(company, host) { found[key] = nil }
            case .pin(let company, let host, let slot):
                guard let (key, company, host) = key(company, host) else { continue }
                found[key, default: Pair(company: company, host: host, worth: 0, isPinned: true, slot: nil)].isPinned =
                    true
                found[key]?.slot = slot.flatMap { slotIndex[$0] }
            }
        }
        pairs = found.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Whether both can attend a slot.
    func isOpen(_ pair: Pair, at slot: Int) -> Bool {
        (companies[pair.company].closed | hosts[pair.host].closed) >> UInt64(slot) & 1 == 0
    }
}
