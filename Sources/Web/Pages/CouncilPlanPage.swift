import API
import JSONRPC
import Procurement
import Sheets

/// A sector council: seats by role, size and standing, and who is next when somebody declines.
enum CouncilPlanPage: PlanOnPage {
    typealias Plan = CouncilCompose
    static let path = "council"
    static let kind = EventKind.council
    static let title = BilingualText(sv: "Föreslå ett branschråd", en: "Propose a sector council")
    static let names = [
        "name", "category", "challenge", "suppliers", "officials", "politicians", "small", "medium", "large",
        "newcomers", "rest", "alternates", "shortlist", "buyer", "region",
    ]

    static func parameters(_ form: Form, _ visit: Visit) async throws -> CouncilCompose.Parameters {
        let needs =
            form.all("category").map { NeedQuery.category(.configured($0)) }
            + form.all("challenge").map { NeedQuery.challenge(.configured($0)) }
        var asked = CouncilCompose.Parameters(needs: needs)
        asked.name = form["name"].map { BilingualText($0) }
        asked.seats = CouncilSeats(suppliers: form.number("suppliers"))
        let people =
            form.lines("officials").map { CouncilPerson(name: $0, role: .official) }
            + form.lines("politicians").map { CouncilPerson(name: $0, role: .politician) }
        if !people.isEmpty { asked.people = people }
        var quotas: [CouncilSizeQuota] = []
        if let least = form.number("small") { quotas.append(.init(sizes: [.micro, .small], minimum: least)) }
        if let least = form.number("medium") { quotas.append(.init(sizes: [.medium], minimum: least)) }
        if let most = form.number("large") { quotas.append(.init(sizes: [.large], maximum: most)) }
        if !quotas.isEmpty { asked.sizeQuotas = quotas }
        asked.newcomers = form.number("newcomers")
        asked.coolOff = form.number("rest")
        asked.alternates = form.number("alternates")
        asked.filter = try await PlanFields(visit: visit).filter(form)
        asked.buyer = form["buyer"].map { BuyerQuery(name: $0) }
        asked.nuts = form.codes("region")
        asked.edits = PlanEdit.all(form).compactMap { edit in
            CouncilEditKind(rawValue: edit.kind).map {
                EditOfCouncil(edit: $0, member: edit.about, by: edit.by, note: edit.note)
            }
        }
        asked.dossier = form["dossier"]
        return asked
    }

    static func choices(_ form: Form, _ visit: Visit) async throws -> Fields {
        let shared = PlanFields(visit: visit)
        let chosen = Set(form.all("challenge"))
        return [
            "categories": try await shared.categories(form), "shortlists": try await shared.shortlists(form),
            "challenges": Fields.Value(
                try await visit.call(ChallengesList.self, .init()).challenges.map {
                    [
                        "id": .text($0.id), "name": .text(visit.name($0.names, $0.name)),
                        "isChosen": .flag(chosen.contains($0.id)),
                    ]
                }),
        ]
    }

    static func decided(_ plan: CouncilCompose.Result) -> [EditEffect] { plan.edits }

    static func fields(
        _ plan: CouncilCompose.Result, _ visit: Visit, _ here: Address, names decided: [String: String]
    ) -> Fields {
        let shared = PlanFields(visit: visit)
        let reader = visit.reader
        let stretch = Stretch(visit, of: plan.seats.count, size: 40)
        var names = decided
        for member in plan.seats.map(\.member) + plan.alternates.map(\.member) + plan.resting {
            names[member.id] = member.name
        }
        return [
            "title": .text(plan.name.text(in: reader.language)), "count": .text(reader.count(plan.seats.count)),
            "candidates": .text(reader.count(plan.candidates.count)),
            "leastScore": .text(reader.points(plan.leastScore)),
            "considered": .text(reader.count(plan.considered)), "choice": .text(shared.optimality(plan.choice)),
            "seed": Fields.Value(plan.seed),
            "seats": Fields.Value(plan.seats[stretch.rows].map { seat($0, shared) }),
            "stretch": Fields.Value(stretch.fields(here, reader)),
            "balance": Fields.Value(
                plan.balance.filter { $0.actual > 0 || $0.maximum != 0 }.map { line in
                    let least = reader.pick(sv: "minst \(line.minimum)", en: "at least \(line.minimum)")
                    let bounds = line.maximum.map { $0 == line.minimum ? "\($0)" : "\(line.minimum)–\($0)" } ?? least
                    return [
                        "name": .text(line.name.text(in: reader.language)), "bounds": .text(bounds),
                        "actual": .text(reader.count(line.actual)),
                    ]
                }),
            "hasAlternates": .flag(!plan.alternates.isEmpty),
            "alternates": Fields.Value(plan.alternates.prefix(100).map { alternate($0, plan, shared) }),
            "hasDraws": .flag(!plan.draws.isEmpty),
            "draws": Fields.Value(
                plan.draws.prefix(50).map { draw in
                    func list(_ ids: [String]) -> String {
                        ids.prefix(10).map { names[$0] ?? $0 }.joined(separator: ", ") + (ids.count > 10 ? " …" : "")
                    }
                    return [
                        "score": .text(reader.points(draw.score)), "seated": .text(list(draw.seated)),
                        "passed": .text(list(draw.passedOver)),
                    ]
                }),
            "resting": Fields.Value(
                plan.resting.isEmpty ? nil : plan.resting.prefix(100).map(\.name).joined(separator: ", ")),
            "hasEffects": .flag(!plan.edits.isEmpty), "effects": shared.edits(plan.edits, names: names),
            "people": Fields.Value(
                names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(500)
                    .map { ["id": .text($0.key), "name": .text($0.value)] }),
        ]
    }

    private static func seat(_ seat: CouncilSeatLine, _ shared: PlanFields) -> Fields {
        member(seat.member, shared).merging([
            "score": Fields.Value(seat.member.role == .supplier ? shared.reader.points(seat.netScore) : nil),
            "rank": Fields.Value(seat.member.role == .supplier ? "\(seat.rank)" : nil),
            "isFloored": .flag(!seat.onScoreAlone),
            "reason": .text(seat.reason.text(in: shared.reader.language)),
            "because": Fields.Value(
                seat.because.prefix(2).map { ["text": .text($0.text(in: shared.reader.language))] }),
        ])
    }

    private static func alternate(
        _ line: CouncilAlternateLine, _ plan: CouncilCompose.Result, _ shared: PlanFields
    ) -> Fields {
        let reader = shared.reader
        let members = plan.seats.map(\.member).filter { $0.role == line.member.role }
        let open = Set(line.canReplace)
        let others = members.filter { !open.contains($0.id) }
        func names(_ list: [CouncilMember]) -> String {
            list.prefix(8).map(\.name).joined(separator: ", ") + (list.count > 8 ? " …" : "")
        }
        let whom: String
        if others.isEmpty {
            whom = reader.pick(sv: "vem som helst", en: "anyone")
        } else if others.count < open.count {
            whom = reader.pick(sv: "alla utom ", en: "all but ") + names(others)
        } else {
            whom = names(members.filter { open.contains($0.id) })
        }
        return member(line.member, shared).merging([
            "score": Fields.Value(line.member.role == .supplier ? reader.points(line.netScore) : nil),
            "whom": .text(whom),
        ])
    }

    private static func member(_ member: CouncilMember, _ shared: PlanFields) -> Fields {
        let reader = shared.reader
        let role =
            switch member.role {
            case .supplier: reader.pick(sv: "leverantör", en: "supplier")
            case .official: reader.pick(sv: "tjänsteperson", en: "official")
            case .politician: reader.pick(sv: "förtroendevald", en: "politician")
            }
        return [
            "name": .text(member.name), "role": .text(role),
            "page": Fields.Value(
                member.role == .supplier ? Address("supplier", member.id).description : nil),
            "size": Fields.Value(reader.size(member.size)), "isNew": .flag(member.newcomer == true),
            "group": Fields.Value(member.group),
        ]
    }
}
