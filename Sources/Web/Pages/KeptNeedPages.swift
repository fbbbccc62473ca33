import API
import JSONRPC
import Procurement
import Sheets
import Transport

/// Needs that are kept: all of them, and one with its route, what the route asks for, and what came of it.
enum KeptNeedPages {
    static func list(_ visit: Visit) async throws -> Answer {
        let state = visit.asked["state"].flatMap(NeedState.init(rawValue:))
        let route = visit.asked["route"].flatMap(NeedRoute.init(rawValue:))
        let parameters = NeedsList.Parameters(
            state: state, route: route, owner: visit.asked["owner"], limit: 100, after: visit.asked["after"])
        let result = try await visit.call(NeedsList.self, parameters)
        if let file = try await visit.file(NeedsList.self, parameters, result, name: "needs") { return file }
        let here = Address("needs").saying("state", state?.rawValue).saying("route", route?.rawValue)
            .saying("owner", visit.asked["owner"])
        return .page(
            "needs", title: visit.reader.pick(sv: "Sparade behov", en: "Kept needs"),
            [
                "isEmpty": .flag(result.needs.isEmpty),
                "isFiltered": .flag(state != nil || route != nil || visit.asked["owner"] != nil),
                "needs": Fields.Value(result.needs.map { line($0, visit.reader) }),
                "states": Fields.Value(states(state, visit.language)),
                "routes": Fields.Value(routes(route, visit.language)),
                "owner": Fields.Value(visit.asked["owner"]),
                "next": Fields.Value(result.next.map { here.saying("after", $0).description }),
                "files": .fields(visit.files(of: here)),
            ])
    }

    static func show(_ visit: Visit) async throws -> Answer { try await page(visit, unsaved: nil) }

    /// Keeps a need that was explored, with what was found as a record.
    static func keep(_ visit: Visit) async throws -> Answer {
        guard var parameters = NeedPage.parameters(visit, visit.sent) else {
            throw FormError(sv: "Behovet är tomt. Skriv det först.", en: "The need is empty. Write it first.")
        }
        parameters.keep = true
        let found = try await visit.call(NeedsExplore.self, parameters)
        let need = NeedDefinition(
            name: visit.sent["name"], text: parameters.text, found: found.because, dossier: found.dossier?.id,
            owner: visit.sent["owner"])
        let kept = try await visit.call(NeedsSave.self, NeedsSave.Parameters(need: need)).need
        return .seeOther(Address("need", "\(kept.line.id)"))
    }

    /// Saves a need anew; where somebody else did so meanwhile, the page tells it and has what was written here.
    static func save(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id), let version = visit.sent["version"].flatMap(Int.init) else {
            throw PageNotFound()
        }
        let need = NeedDefinition(
            name: visit.sent["name"], text: visit.sent["text"] ?? "", found: visit.sent["found"],
            dossier: visit.sent["dossier"], route: visit.sent["route"].flatMap(NeedRoute.init(rawValue:)),
            routeReason: visit.sent["routeReason"], participants: visit.sent.lines("participants"),
            owner: visit.sent["owner"], state: visit.sent["state"].flatMap(NeedState.init(rawValue:)))
        do {
            _ = try await visit.daemon.call(
                NeedsSave.self,
                NeedsSave.Parameters(need: need, id: id, basedOn: version, outcome: visit.sent["outcome"]))
        } catch let error as RPCClientError where error.isStale {
            return try await page(visit, unsaved: need)
        }
        return .seeOther(Address("need", visit.id).saying("saved", "yes"))
    }

    private static func page(_ visit: Visit, unsaved: NeedDefinition?) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        let parameters = NeedsGet.Parameters(id: id)
        let result = try await visit.call(NeedsGet.self, parameters)
        if let file = try await visit.file(NeedsGet.self, parameters, result, name: "need-\(id)") { return file }
        let (need, line, reader) = (result.need, result.need.line, visit.reader)
        let form =
            unsaved
            ?? NeedDefinition(
                name: line.name, text: need.text, found: need.found, dossier: need.dossier, route: need.route?.route,
                routeReason: need.route?.reason, participants: need.participants, owner: line.owner, state: line.state)
        var fields: Fields = [
            "need": Fields.Value(line.id), "version": Fields.Value(line.version),
            "state": .text(line.state.name.text(in: visit.language)), "owner": Fields.Value(line.owner),
            "by": .text(line.by), "at": .text(reader.moment(line.at)), "changedBy": .text(line.changedBy),
            "changedAt": .text(reader.moment(line.changedAt)), "text": .text(need.text),
            "found": Fields.Value(need.found),
            "record": Fields.Value(need.dossier.map { Address("record", $0).description }),
            "explore": .text(Address("need").saying("text", String(need.text.prefix(3000))).description),
            "watch": .text(
                Address("watch", "new").saying("need", String(need.text.prefix(1000))).saying("name", line.name)
                    .description),
            "participants": Fields.Value(need.participants.map { ["name": .text($0)] }),
            "hasParticipants": .flag(!need.participants.isEmpty),
            "outcomes": Fields.Value(
                need.outcomes.map {
                    ["text": .text($0.text), "by": .text($0.by), "at": .text(reader.moment($0.at))]
                }),
            "hasOutcomes": .flag(!need.outcomes.isEmpty),
            "earlier": Fields.Value(result.earlier.map { earlier($0, reader) }),
            "hasEarlier": .flag(!result.earlier.isEmpty),
            "isSaved": .flag(visit.asked["saved"] != nil), "isStale": .flag(unsaved != nil),
            "outcome": Fields.Value(unsaved == nil ? nil : visit.sent["outcome"]),
            "files": .fields(visit.files(of: Address("need", visit.id))),
        ]
        fields["route"] = Fields.Value(
            need.route.map { route -> Fields in
                [
                    "routeName": .text(route.name.text(in: visit.language)), "why": Fields.Value(route.reason),
                    "asks": Fields.Value(route.asks.map { ["ask": .text($0.text(in: visit.language))] }),
                ]
            })
        fields["form"] = .fields([
            "formName": Fields.Value(form.name), "formText": .text(form.text), "formFound": Fields.Value(form.found),
            "dossier": Fields.Value(form.dossier), "routeReason": Fields.Value(form.routeReason),
            "formOwner": Fields.Value(form.owner),
            "formParticipants": Fields.Value((form.participants ?? []).joined(separator: "\n")),
            "states": Fields.Value(states(form.state, visit.language)),
            "routes": Fields.Value(routes(form.route, visit.language)),
        ])
        fields["allRoutes"] = Fields.Value(
            NeedRoute.allCases.map { route in
                [
                    "routeName": .text(route.name.text(in: visit.language)),
                    "asks": Fields.Value(route.asks.map { ["ask": .text($0.text(in: visit.language))] }),
                ]
            })
        return .page("keptneed", title: line.name, fields)
    }

    /// Needs that are like another, on its page and beside an answer.
    static func earlier(_ earlier: EarlierNeed, _ reader: Reader) -> Fields {
        line(earlier.need, reader).merging([
            "shared": .text(earlier.words.joined(separator: ", ")),
            "similarity": .text(reader.percent(earlier.similarity)),
        ])
    }

    private static func line(_ line: NeedLine, _ reader: Reader) -> Fields {
        [
            "name": .text(line.name), "page": .text(Address("need", "\(line.id)").description),
            "stateName": .text(line.state.name.text(in: reader.language)),
            "routeName": Fields.Value(line.route?.name.text(in: reader.language)),
            "lineOwner": Fields.Value(line.owner), "lastOutcome": Fields.Value(line.lastOutcome),
            "changedBy": .text(line.changedBy), "changedAt": .text(reader.moment(line.changedAt)),
        ]
    }

    private static func states(_ chosen: NeedState?, _ language: TextLanguage) -> [Fields] {
        NeedState.allCases.map {
            ["value": .text($0.rawValue), "word": .text($0.name.text(in: language)), "isChosen": .flag($0 == chosen)]
        }
    }

    private static func routes(_ chosen: NeedRoute?, _ language: TextLanguage) -> [Fields] {
        NeedRoute.allCases.map {
            ["value": .text($0.rawValue), "word": .text($0.name.text(in: language)), "isChosen": .flag($0 == chosen)]
        }
    }
}

extension RPCClientError {
    /// Whether a save was refused because somebody else saved the same meanwhile.
    var isStale: Bool { refusedParameter == "basedOn" }

    /// The parameter that the daemon refused; `nil` for another error.
    var refusedParameter: String? {
        guard case .remote(let answer) = self, answer.code == .invalidParameters else { return nil }
        return answer.detail?.parameter
    }
}
