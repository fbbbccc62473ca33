import Containers
import Dialogue
import Procurement

/// Made-up meetings, seeded: some generous, some tight, some that can't be planned.
package enum MeetingInstances {
    package static let event = MeetingEvent(
        name: BilingualText(sv: "Leverantörsträff", en: "Supplier meeting"), host: "Exempelköpings kommun",
        date: CalendarDate(year: 2026, month: 10, day: 14), place: "Stadshuset", registration: "TendSign 2026-114",
        contact: "inkop@exempelkoping.example")

    package static func categories(_ count: Int, floor: () -> Int) -> [MeetingCategory] {
        let names = [("IT", "IT"), ("Livsmedel", "Food"), ("Vård", "Care"), ("Bygg", "Works"), ("Resor", "Travel")]
        return (0..<count).map {
            MeetingCategory(
                id: CategoryID("k\($0)"), name: BilingualText(sv: names[$0].0, en: names[$0].1), floor: floor())
        }
    }

    package static func slots(_ count: Int) -> [TimeSlot] {
        (0..<count).map { TimeSlot(id: SlotID("pass\($0)"), starts: "\(9 + $0):00", ends: "\(9 + $0):50") }
    }

    package static func random(seed: Int) -> MeetingRequest {
        var random = SplitMix64(seed: UInt64(seed))
        let categories = categories(random.among(1...5)) { random.below(4) }
        let slots = slots(random.among(1...4))
        let candidates = (0..<random.among(5...28)).map { number in
            MeetingCandidate(
                company: random.company(number),
                scores: random.shuffled(categories).prefix(random.among(0...3)).map {
                    CategoryScore($0.id, random.among(0...10) * 100_000)
                }, timesInvited: random.below(4))
        }
        let registered = random.shuffled(candidates).prefix(random.below(9)).map(\.company)
        let strangers = (90..<(90 + random.below(3))).map { random.company($0) }
        var registrations: [MeetingRegistration] = []
        for company in registered + strangers {
            let wishes = random.chance(40) ? [random.pick(categories).id] : []
            registrations.append(MeetingRegistration(company: company, arrival: random.below(6), wishes: wishes))
        }
        var stations = categories.filter { _ in random.chance(85) }.map { category in
            Station(
                id: StationID("bord-\(category.id)"), name: category.name, subject: .category(category.id),
                seats: random.chance(25) ? random.among(1...6) : nil)
        }
        if random.chance(50) {
            let name = BilingualText(sv: "Spårvägen", en: "The tramway")
            stations.append(
                Station(
                    id: "spår", name: name,
                    subject: .project(owner: "Spårbolaget AB", categories: [random.pick(categories).id]),
                    seats: random.chance(50) ? random.among(1...3) : nil))
        }
        let rooms = (0..<random.below(4)).map {
            Room(id: RoomID("rum\($0)"), name: "Rum \($0)", seats: random.among(2...12))
        }
        var request = MeetingRequest(
            event: event, capacity: random.among(4...24), categories: categories, stations: stations, rooms: rooms,
            slots: slots, visitsPerCompany: random.below(min(3, slots.count) + 1),
            smallSharePermille: random.below(8) * 100, newcomerSharePermille: random.below(7) * 100,
            invitationPenalty: random.pick([0, 50_000]), reservesPerCategory: 2, candidates: candidates,
            registrations: registrations)
        request.edits = edits(&random, request)
        return request
    }

    private static func edits(_ random: inout SplitMix64, _ request: MeetingRequest) -> [MeetingEdit] {
        var edits: [MeetingEdit] = []
        for candidate in random.shuffled(request.candidates).prefix(random.below(4)) {
            let supplier = candidate.company.id
            let change: MeetingEdit.Change
            switch random.below(4) {
            case 0: change = .pin(supplier: supplier)
            case 1: change = .exclude(supplier: supplier)
            case 2: change = .move(supplier: supplier, category: random.pick(request.categories).id)
            default:
                guard !request.stations.isEmpty else { continue }
                change = .place(
                    supplier: supplier, station: random.pick(request.stations).id, slot: random.pick(request.slots).id)
            }
            edits.append(MeetingEdit(change, by: "kategoriansvarig", note: "känd kompetens"))
        }
        return edits
    }

    /// A whole register and fifteen categories, as for a real meeting.
    package static func large(capacity: Int) -> MeetingRequest {
        let categories = (0..<15).map {
            MeetingCategory(
                id: CategoryID("k\($0)"), name: BilingualText(sv: "Kategori \($0)", en: "Category \($0)"), floor: 8)
        }
        var random = SplitMix64(seed: 21)
        let candidates = (0..<9036).map { number in
            MeetingCandidate(
                company: Company(
                    id: SupplierID("s\(10_000 + number)"), name: "Företag \(number)",
                    size: random.pick([.micro, .small, .medium, .large]), isNewcomer: random.chance(20)),
                scores: categories.filter { _ in random.chance(40) }.map {
                    CategoryScore($0.id, random.below(1000) * random.below(1000))
                }, timesInvited: random.below(3))
        }
        var stations = categories.map {
            Station(id: StationID("bord-\($0.id)"), name: $0.name, subject: .category($0.id))
        }
        for number in 0..<4 {
            stations.append(
                Station(
                    id: StationID("projekt-\(number)"), name: BilingualText(sv: "Projekt", en: "Project"),
                    subject: .project(owner: "Bolaget", categories: [categories[number].id, categories[number + 5].id]))
            )
        }
        let registrations = candidates.prefix(80).enumerated().map { index, candidate in
            MeetingRegistration(company: candidate.company, arrival: index)
        }
        return MeetingRequest(
            event: event, capacity: capacity, categories: categories, stations: stations,
            rooms: (0..<5).map { Room(id: RoomID("r\($0)"), name: "Rum \($0)", seats: 40) },
            slots: slots(8), visitsPerCompany: 2, smallSharePermille: 600, newcomerSharePermille: 350,
            invitationPenalty: 20_000, candidates: candidates, registrations: registrations)
    }
}
