import Containers
import Dialogue
import DialogueSupport
import Procurement
import Testing

@Suite struct MeetingPlannerTests {
    @Test func noConstraintIsBrokenOn1000RandomMeetingsAndEveryRemedyWorksAndIsTheSmallest() throws {
        var plans = 0
        var infeasible = 0
        for seed in 0..<1000 {
            let request = MeetingInstances.random(seed: seed)
            let outcome = try MeetingPlanner.plan(request)
            if let plan = outcome.plan {
                plans += 1
                MeetingAudit(request: request, plan: plan).expectEveryConstraintHolds("seed \(seed)")
            } else {
                infeasible += 1
                try expectRemedy(outcome.infeasibilities, of: request, seed: seed)
            }
        }
        #expect(plans > 300)
        #expect(infeasible > 300)
    }

    /// Takes every remedy named, which may uncover further ones further down the line, until there is a plan.
    private func expectRemedy(_ remedies: [Infeasibility], of request: MeetingRequest, seed: Int) throws {
        let comment: Comment = "seed \(seed)"
        #expect(!remedies.isEmpty, comment)
        #expect(remedies.allSatisfy { !$0.text.sv.isEmpty && !$0.text.en.isEmpty && $0.asked != $0.possible }, comment)
        var request = request
        var remedies = remedies
        var rounds = 0
        while !remedies.isEmpty, rounds < 12 {
            rounds += 1
            let relaxed = request.relaxed(by: remedies)
            try expectSmallest(remedies, of: request, comment)
            request = relaxed
            remedies = try MeetingPlanner.plan(request).infeasibilities
        }
        #expect(remedies.isEmpty, comment)
    }

    /// With one remedy taken by a unit less, the same kind of obstacle stands there still.
    private func expectSmallest(_ remedies: [Infeasibility], of request: MeetingRequest, _ comment: Comment) throws {
        for (index, remedy) in remedies.enumerated() {
            guard case .categoryFloor(let category) = remedy.constraint else { continue }
            var stingy = request.relaxed(by: remedies)
            let place = try #require(stingy.categories.firstIndex { $0.id == category })
            stingy.categories[place].floor += 1
            let left = try MeetingPlanner.plan(stingy).infeasibilities
            #expect(!left.isEmpty, "\(comment) remedy \(index)")
            for alternative in remedy.alternatives {
                guard case .capacity = alternative.constraint else { continue }
                var larger = request
                larger.capacity = alternative.to
                let rest = try MeetingPlanner.plan(larger).infeasibilities
                #expect(!rest.contains { if case .categoryFloor = $0.constraint { true } else { false } }, comment)
            }
        }
    }

    @Test(arguments: 0..<60) func theSameRequestGivesTheSameBytesWhateverItsOrderAndAfterCoding(
        seed: Int
    ) throws {
        let request = MeetingInstances.random(seed: seed)
        var random = SplitMix64(seed: 99)
        var shuffled = request
        shuffled.candidates = random.shuffled(request.candidates)
        shuffled.registrations = random.shuffled(request.registrations)
        let decoded = try decode(MeetingRequest.self, from: bytes(request))
        #expect(decoded == request)
        let first = try bytes(MeetingPlanner.plan(request))
        #expect(try bytes(MeetingPlanner.plan(shuffled)) == first)
        #expect(try bytes(MeetingPlanner.plan(decoded)) == first)
        #expect(try bytes(decode(PlanOutcome<MeetingPlan>.self, from: first)) == first)
    }

    @Test func aFloorThatTooFewCanMeetIsNamedWithTheSmallestChange() throws {
        let request = MeetingRequest(
            event: MeetingInstances.event, capacity: 40,
            categories: [
                MeetingCategory(id: "mat", name: BilingualText(sv: "Livsmedel", en: "Food"), floor: 8)
            ],
            candidates: (1...5).map {
                MeetingCandidate(
                    company: Company(id: SupplierID("s\($0)"), name: "S\($0)"), scores: [CategoryScore("mat", 500_000)])
            })
        let obstacles = try MeetingPlanner.plan(request).infeasibilities
        #expect(obstacles.count == 1)
        #expect(obstacles[0].constraint == .categoryFloor(category: "mat"))
        #expect(obstacles[0].asked == 8 && obstacles[0].possible == 5)
        #expect(
            obstacles[0].text.sv
                == "Golvet på 8 för Livsmedel går inte att nå: 5 kandidater. Sänk det till 5 eller bredda kategorin.")
        #expect(
            obstacles[0].text.en
                == "The floor of 8 for Food can't be met: 5 candidates; lower it to 5 or widen the category.")
    }

    @Test func floorsThatDoNotFitIntoThePlacesNameThePlacesToo() throws {
        var request = MeetingInstances.random(seed: 0)
        request = MeetingRequest(
            event: MeetingInstances.event, capacity: 5,
            categories: MeetingInstances.categories(2) { 4 },
            candidates: (0..<12).map {
                MeetingCandidate(
                    company: Company(id: SupplierID("s\($0 + 10)"), name: "S\($0)"),
                    scores: [CategoryScore(CategoryID("k\($0 % 2)"), 400_000 + $0)])
            })
        let obstacles = try MeetingPlanner.plan(request).infeasibilities
        #expect(obstacles.count >= 1)
        #expect(obstacles.reduce(0) { $0 + $1.asked - $1.possible } == 3)
        #expect(obstacles[0].alternatives.map(\.constraint) == [.capacity])
        #expect(obstacles[0].alternatives[0].to == 8)
        #expect(obstacles[0].text.en.hasSuffix("or raise the places to 8."))
        #expect(obstacles[0].text.sv.hasSuffix("eller höj antalet platser till 8."))
    }

    @Test func aFullHouseIsNeverClearedTheShareYieldsByName() throws {
        let large = (0..<4).map {
            MeetingRegistration(
                company: Company(id: SupplierID("r\($0)"), name: "R\($0)", size: .large), arrival: $0)
        }
        let request = MeetingRequest(
            event: MeetingInstances.event, capacity: 4, categories: MeetingInstances.categories(1) { 0 },
            smallSharePermille: 250,
            candidates: [
                MeetingCandidate(
                    company: Company(id: "liten", name: "Liten", size: .micro), scores: [CategoryScore("k0", 1_000_000)]
                )
            ], registrations: large)
        let obstacles = try MeetingPlanner.plan(request).infeasibilities
        #expect(obstacles.map(\.constraint) == [.smallShare])
        #expect(obstacles[0].asked == 1 && obstacles[0].possible == 0)
        #expect(obstacles[0].text.sv.contains("platserna räcker inte bredvid golv, andra andelar och anmälningar"))
        let plan = try #require(try MeetingPlanner.plan(request.relaxed(by: obstacles)).plan)
        #expect(plan.seated.count == 4 && plan.outreach.isEmpty)
    }

    @Test func anExcludedSupplierMayStillRegister() throws {
        let company = Company(id: "s1", name: "S1")
        let request = MeetingRequest(
            event: MeetingInstances.event, capacity: 2, categories: MeetingInstances.categories(1) { 0 },
            candidates: [MeetingCandidate(company: company, scores: [CategoryScore("k0", 900_000)])],
            registrations: [MeetingRegistration(company: company, arrival: 1)],
            edits: [MeetingEdit(.exclude(supplier: "s1"), by: "inköpschef", note: "har redan avtal")])
        let plan = try #require(try MeetingPlanner.plan(request).plan)
        #expect(plan.seated.map(\.company.id) == ["s1"])
        #expect(plan.edits[0].effect.sv.contains("en anmälan avvisas aldrig"))
    }

    @Test func saysWhoIsThereThanksToAFloorAndWhoOnScoreAlone() throws {
        let categories = MeetingInstances.categories(2) { 1 }
        let candidates = (0..<4).map {
            MeetingCandidate(
                company: Company(id: SupplierID("s\($0)"), name: "S\($0)"),
                scores: [CategoryScore($0 == 3 ? "k1" : "k0", $0 == 3 ? 100_000 : 900_000 - $0)])
        }
        let request = MeetingRequest(
            event: MeetingInstances.event, capacity: 2, categories: categories, candidates: candidates)
        let plan = try #require(try MeetingPlanner.plan(request).plan)
        #expect(plan.outreach.map(\.company.id) == ["s0", "s3"])
        #expect(plan.outreach[1].serves == [.categoryFloor(category: "k1")])
        #expect(!plan.outreach[1].onScoreAlone)
        #expect(plan.outreach[1].reason.en.hasSuffix("Would not be on the list by score alone."))
        #expect(plan.reserves.map(\.company.id) == ["s1", "s2"])
    }

    @Test func everyFaultOfARequestIsTold() {
        var request = MeetingInstances.random(seed: 3)
        request.capacity = -1
        request.smallSharePermille = 1200
        request.edits = [MeetingEdit(.pin(supplier: "okänd"), by: "x", note: "y")]
        #expect {
            try MeetingPlanner.plan(request)
        } throws: { error in
            guard case .invalidRequest(let faults)? = error as? DialogueError else { return false }
            return faults.map(\.path).contains("capacity") && faults.map(\.path).contains("smallSharePermille")
                && faults.map(\.path).contains("edits[0]")
        }
    }
}
