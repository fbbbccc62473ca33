import Containers
import Dialogue
import Procurement

/// Made-up timetables, seeded.
package enum TimetableInstances {
    package static func slots(_ count: Int) -> [TimeSlot] {
        (0..<count).map { TimeSlot(id: SlotID("pass\($0 + 1)"), starts: "\(9 + $0):00", ends: "\(9 + $0):25") }
    }

    package struct Shape {
        package var companies: ClosedRange<Int>
        package var hosts: ClosedRange<Int>
        package var slots: ClosedRange<Int>
        /// Percent of the pairs that want to meet.
        package var density: Int
        /// Percent of people's slots that they can't attend.
        package var away: Int
        package var pins: Int
        /// Minima are at most this.
        package var promise: Int

        package init(
            companies: ClosedRange<Int>, hosts: ClosedRange<Int>, slots: ClosedRange<Int>, density: Int, away: Int,
            pins: Int, promise: Int
        ) {
            self.companies = companies
            self.hosts = hosts
            self.slots = slots
            self.density = density
            self.away = away
            self.pins = pins
            self.promise = promise
        }
    }

    package static func random(seed: Int, _ shape: Shape) -> TimetableRequest {
        var random = SplitMix64(seed: UInt64(seed) &+ 2_000_000)
        let slots = slots(random.among(shape.slots))
        func absent(_ random: inout SplitMix64) -> [SlotID] {
            slots.map(\.id).filter { _ in random.chance(shape.away) }
        }
        let companies = (0..<random.among(shape.companies)).map { number in
            let minimum = random.chance(60) ? 0 : random.below(shape.promise + 1)
            return TimetableCompany(
                id: SupplierID("c\(number < 10 ? "0" : "")\(number)"), name: "Företag \(number)", minimum: minimum,
                maximum: random.chance(50) ? minimum + random.below(3) : nil, unavailable: absent(&random))
        }
        let hosts = (0..<random.among(shape.hosts)).map { number in
            let minimum = random.chance(50) ? 0 : random.below(shape.promise + 1)
            return TimetableHost(
                id: HostID("v\(number < 10 ? "0" : "")\(number)"), name: "Värd \(number)", minimum: minimum,
                maximum: random.chance(30) ? minimum + random.below(3) : nil, unavailable: absent(&random))
        }
        var wishes: [MeetingWish] = []
        for company in companies {
            for host in hosts where random.chance(shape.density) {
                wishes.append(
                    MeetingWish(
                        company: company.id, host: host.id, companyScore: random.below(11) * 100_000,
                        hostScore: random.below(11) * 100_000))
            }
        }
        let tables = random.among(1...(hosts.count + 1))
        var edits: [TimetableEdit] = []
        for wish in random.shuffled(wishes).prefix(random.below(shape.pins + 1)) {
            let slot = random.chance(50) ? random.pick(slots).id : nil
            edits.append(
                TimetableEdit(
                    random.chance(70)
                        ? .pin(company: wish.company, host: wish.host, slot: slot)
                        : .forbid(company: wish.company, host: wish.host),
                    by: "mötesvärd", note: "beslut"))
        }
        return TimetableRequest(
            slots: slots, companies: companies, hosts: hosts, tables: tables,
            spareTables: random.chance(30) ? random.below(tables) : 0, wishes: wishes, edits: edits)
    }

    /// Many asking for few: how a real day looks.
    package static func day(companies: Int, hosts: Int, slots count: Int, away: Int = 0) -> TimetableRequest {
        var random = SplitMix64(seed: 12)
        let slots = slots(count)
        func absent(_ random: inout SplitMix64) -> [SlotID] { slots.map(\.id).filter { _ in random.chance(away) } }
        let people = (0..<companies).map {
            TimetableCompany(
                id: SupplierID("c\($0 + 1000)"), name: "Företag \($0)", maximum: 3, unavailable: absent(&random))
        }
        let tables = (0..<hosts).map {
            TimetableHost(id: HostID("v\($0 + 10)"), name: "Värd \($0)", minimum: 3, unavailable: absent(&random))
        }
        var wishes: [MeetingWish] = []
        for company in people {
            for host in tables {
                wishes.append(
                    MeetingWish(
                        company: company.id, host: host.id, companyScore: random.below(1_000_001),
                        hostScore: random.below(1_000_001)))
            }
        }
        return TimetableRequest(slots: slots, companies: people, hosts: tables, tables: hosts, wishes: wishes)
    }
}
