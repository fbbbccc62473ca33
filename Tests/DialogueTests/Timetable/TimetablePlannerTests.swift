import Containers
import Dialogue
import DialogueSupport
import Foundation
import Procurement
import Testing

@Suite struct TimetablePlannerTests {
    private static let present = TimetableInstances.Shape(
        companies: 2...14, hosts: 1...6, slots: 1...5, density: 70, away: 0, pins: 0, promise: 2)
    private static let away = TimetableInstances.Shape(
        companies: 2...14, hosts: 1...6, slots: 2...6, density: 70, away: 20, pins: 2, promise: 1)

    @Test(arguments: [present, away])
    func noConstraintIsBrokenOn1000RandomDaysAndEveryRemedyWorks(shape: TimetableInstances.Shape) throws {
        var plans = 0
        var exact = 0
        for seed in 0..<1000 {
            let request = TimetableInstances.random(seed: seed, shape)
            let outcome = try TimetablePlanner.plan(request)
            if let timetable = outcome.plan {
                plans += 1
                exact += timetable.optimality.isExact ? 1 : 0
                TimetableAudit(request: request, timetable: timetable).expectEveryConstraintHolds("seed \(seed)")
            } else {
                try expectRemedy(outcome.infeasibilities, of: request, "seed \(seed)")
            }
        }
        #expect(plans > 200 && plans < 1000)
        #expect(shape.away > 0 ? exact > plans * 8 / 10 : exact == plans)
    }

    private func expectRemedy(_ remedies: [Infeasibility], of request: TimetableRequest, _ comment: Comment) throws {
        var request = request
        var remedies = remedies
        var rounds = 0
        while !remedies.isEmpty, rounds < 6 {
            rounds += 1
            #expect(remedies.allSatisfy { $0.possible < $0.asked }, comment)
            let relaxed = request.relaxed(by: remedies)
            for remedy in remedies where remedy.isProven {
                if case .companyMinimum(let id) = remedy.constraint {
                    var stingy = relaxed
                    let index = try #require(stingy.companies.firstIndex { $0.id == id })
                    stingy.companies[index].minimum += 1
                    #expect(try TimetablePlanner.plan(stingy).plan == nil, comment)
                }
                for alternative in remedy.alternatives {
                    var larger = request
                    larger.tables = alternative.to
                    #expect(try TimetablePlanner.plan(larger).infeasibilities.allSatisfy { !$0.isProven }, comment)
                    larger.tables -= 1
                    #expect(try TimetablePlanner.plan(larger).plan == nil, comment)
                }
            }
            request = relaxed
            remedies = try TimetablePlanner.plan(request).infeasibilities
        }
        #expect(remedies.isEmpty, comment)
    }

    @Test(arguments: 0..<60) func theSameRequestGivesTheSameBytesWhateverItsOrderAndAfterCoding(
        seed: Int
    ) throws {
        let request = TimetableInstances.random(seed: seed, seed.isMultiple(of: 2) ? Self.present : Self.away)
        var random = SplitMix64(seed: 8)
        var shuffled = request
        shuffled.companies = random.shuffled(request.companies)
        shuffled.hosts = random.shuffled(request.hosts)
        shuffled.wishes = random.shuffled(request.wishes)
        let first = try bytes(TimetablePlanner.plan(request))
        #expect(try bytes(TimetablePlanner.plan(shuffled)) == first)
        #expect(try bytes(TimetablePlanner.plan(decode(TimetableRequest.self, from: bytes(request)))) == first)
        #expect(try bytes(decode(PlanOutcome<Timetable>.self, from: first)) == first)
    }

    @Test func hostsWithoutTablesOfTheirOwnShareThemAndMoveLittle() throws {
        var request = TimetableInstances.day(companies: 12, hosts: 5, slots: 4)
        request.tables = 4
        request.spareTables = 1
        for index in request.hosts.indices { request.hosts[index].minimum = 1 }
        let timetable = try #require(try TimetablePlanner.plan(request).plan)
        TimetableAudit(request: request, timetable: timetable).expectEveryConstraintHolds("shared")
        #expect(timetable.meetings.count == 12)
        #expect(timetable.spare.allSatisfy { $0.tables == [4] })
    }

    @Test func promisesThatNoOneCanKeep() throws {
        let slots = TimetableInstances.slots(3)
        let request = TimetableRequest(
            slots: slots, companies: [TimetableCompany(id: "c", name: "Brobyggarna AB", minimum: 3)],
            hosts: [
                TimetableHost(id: "v1", name: "Gata"), TimetableHost(id: "v2", name: "Park"),
                TimetableHost(id: "v3", name: "Hamn"),
            ], tables: 3,
            wishes: [
                MeetingWish(company: "c", host: "v1", companyScore: 1, hostScore: 1),
                MeetingWish(company: "c", host: "v2", companyScore: 1, hostScore: 1),
                MeetingWish(company: "c", host: "v3", companyScore: 1, hostScore: 0),
            ])
        let found = try TimetablePlanner.plan(request).infeasibilities
        #expect(found.map(\.constraint) == [.companyMinimum(company: "c")])
        #expect(
            found[0].text.sv
                == "Minst 3 möten för Brobyggarna AB går inte att nå: 2 värdar passar från båda håll. Sänk till 2.")
        #expect(
            found[0].text.en
                == "At least 3 meetings for Brobyggarna AB can't be met: 2 hosts match from both sides; lower it to 2.")
    }

    @Test func tooFewTablesForWhatWasPromised() throws {
        var request = TimetableInstances.day(companies: 6, hosts: 4, slots: 2)
        for index in request.hosts.indices { request.hosts[index].minimum = 2 }
        request.tables = 3
        let found = try TimetablePlanner.plan(request).infeasibilities
        #expect(found.reduce(0) { $0 + $1.asked - $1.possible } == 2)
        #expect(found.allSatisfy { $0.alternatives.map(\.to) == [4] })
        #expect(found[0].text.sv.hasSuffix("eller ställ fram 4 bord i stället för 3."))
    }
}

extension TimetableInstances.Shape: CustomTestStringConvertible {
    package var testDescription: String { "away \(away) %" }
}
