import API
import Foundation
import JSON
import JSONRPC
import Procurement
import Sheets

/// How an event comes to be and fills: made from a plan, a list or a shortlist, companies told, companies that come forward.
enum EventMaking {
    /// The form for a new event, with what the address says filled in.
    static func show(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        let shortlist = visit.asked["shortlist"].flatMap(Int.init)
        var found: ShortlistsGet.Result?
        if let shortlist { found = try await visit.call(ShortlistsGet.self, .init(shortlist: shortlist)) }
        let dossier = visit.asked["dossier"] ?? found.flatMap { mostOf($0.suppliers) }
        let told = dossier == nil ? [] : try await planned(visit, dossier: dossier)
        let kind = visit.asked["kind"].flatMap(EventKind.init(rawValue:)) ?? .meeting
        return .page(
            "making", title: reader.pick(sv: "Ny träff", en: "New meeting"),
            [
                "name": Fields.Value(visit.asked["name"] ?? found?.shortlist.name),
                "date": Fields.Value(visit.asked["date"]), "place": Fields.Value(visit.asked["place"]),
                "capacity": Fields.Value(visit.asked["capacity"]),
                "kinds": Fields.Value(
                    EventKind.allCases.map {
                        [
                            "value": .text($0.rawValue), "word": .text(reader.language.event($0)),
                            "isChosen": .flag($0 == kind),
                        ]
                    }),
                "dossier": Fields.Value(dossier),
                "record": Fields.Value(dossier.map { Address("record", $0).description }),
                "shortlist": Fields.Value(found.map { "\($0.shortlist.id)" }),
                "shortlistName": Fields.Value(found?.shortlist.name),
                "shortlisted": .text(reader.count(found?.suppliers.count ?? 0)),
                "planned": Fields.Value(
                    found == nil && !told.isEmpty ? reader.count(told.count) : nil),
            ])
    }

    /// Makes it, and notes whom it is for.
    static func make(_ visit: Visit) async throws -> Answer {
        let sent = visit.sent
        let event = try await visit.call(
            EventsCreate.self,
            EventsCreate.Parameters(
                kind: sent["kind"].flatMap(EventKind.init(rawValue:)) ?? .meeting, name: sent["name"] ?? "",
                date: try day(sent["date"], visit), place: sent["place"],
                capacity: sent["capacity"].flatMap(Int.init), dossier: sent["dossier"])
        ).event
        if sent["tell"] == "yes" {
            if let shortlist = sent["shortlist"].flatMap(Int.init) {
                _ = try await visit.call(EventsInvite.self, .init(event: event.id, shortlist: shortlist))
            } else {
                let told = try await planned(visit, dossier: sent["dossier"])
                for (reason, lines) in Dictionary(grouping: told, by: \.reason).sorted(by: { $0.key < $1.key }) {
                    let companies = lines.map { CompanyQuery(supplier: $0.supplier) }
                    _ = try await visit.call(
                        EventsInvite.self, .init(event: event.id, companies: companies, reason: reason))
                }
            }
        }
        return .seeOther(Address("event", "\(event.id)"))
    }

    /// Notes that those on a shortlist, or one company, were told.
    static func invite(_ visit: Visit) async throws -> Answer {
        guard let event = Int(visit.id) else { throw PageNotFound() }
        let shortlist = visit.sent["shortlist"].flatMap(Int.init)
        let companies = visit.sent["company"].map { [company($0)] }
        _ = try await visit.call(
            EventsInvite.self,
            .init(event: event, companies: companies, shortlist: shortlist, reason: visit.sent["reason"]))
        return .seeOther(Address("event", visit.id))
    }

    /// Registers a company that came forward. One that is registered keeps its place.
    static func register(_ visit: Visit) async throws -> Answer {
        guard let event = Int(visit.id) else { throw PageNotFound() }
        let company: CompanyQuery
        if let supplier = visit.sent["supplier"] {
            company = CompanyQuery(supplier: supplier)
        } else if let name = visit.sent["company"] {
            company = self.company(name)
        } else {
            throw FormError(sv: "Skriv företagets namn.", en: "Write the company’s name.")
        }
        let guest = try await visit.call(EventsRegister.self, .init(event: event, company: company)).guest
        return .seeOther(Address("event", visit.id).saying("find", "\(guest.guest)"))
    }

    /// The event as a file for people's calendars.
    static func calendar(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id), visit.file == nil else { throw PageNotFound() }
        let event = try await visit.call(EventsGet.self, .init(event: id)).event
        let starts = visit.asked["starts"].flatMap(ClockTime.init)
        let ends = visit.asked["ends"].flatMap(ClockTime.init)
        let hours = starts.flatMap { starts in ends.flatMap { starts <= $0 ? starts...$0 : nil } }
        guard let appointment = event.appointment(hours) else { throw PageNotFound() }
        let text = try CalendarFile([appointment], at: Moment(secondsSinceEpoch: Int(Date().timeIntervalSince1970)))
            .text()
        return .document(
            Array(text.utf8), mediaType: "text/calendar; charset=utf-8",
            name: visit.reader.pick(sv: "träff-\(id).ics", en: "meeting-\(id).ics"))
    }

    /// By its number, where it has the form of one; else by its name.
    private static func company(_ text: String) -> CompanyQuery {
        let digits = text.filter(\.isNumber)
        let isNumber = digits.count == 10 && text.allSatisfy { $0.isNumber || $0 == "-" || $0 == " " }
        return isNumber ? CompanyQuery(supplier: "SE\(digits)") : CompanyQuery(name: text)
    }

    /// The day of a form.
    static func day(_ text: String?, _ visit: Visit) throws -> CalendarDate? {
        guard let text else { return nil }
        guard let day = CalendarDate(text) else {
            throw RequestRefused(
                why: BilingualText(
                    sv: "“\(text.prefix(40))” är ingen dag. Skriv den som 2027-03-12.",
                    en: "“\(text.prefix(40))” is no day. Write it like 2027-03-12."))
        }
        return day
    }

    /// The list that most of a shortlist was taken from.
    private static func mostOf(_ suppliers: [ShortlistedSupplier]) -> String? {
        let counts = Dictionary(grouping: suppliers.compactMap(\.dossier)) { $0 }.mapValues(\.count)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whom the latest plan of a dossier would tell, each with its reason; none where it has no plan.
    private static func planned(_ visit: Visit, dossier: String?) async throws -> [(supplier: String, reason: String)] {
        guard let dossier else { return [] }
        let language = visit.language
        if let plan = try await KeptPlan.latest(MeetingPlan.self, of: dossier, visit) {
            return plan.outreach.map { ($0.supplier.id, $0.reason.text(in: language)) }
        }
        if let plan = try await KeptPlan.latest(CouncilCompose.self, of: dossier, visit) {
            return plan.seats.filter { $0.member.role == .supplier }.map {
                ($0.member.id, $0.reason.text(in: language))
            }
        }
        return []
    }
}

/// A plan as a dossier keeps it.
enum KeptPlan {
    /// The latest of that method in a dossier, which may have other entries after it; `nil` where it has none.
    static func latest<M: Method>(_ method: M.Type, of dossier: String, _ visit: Visit) async throws -> M.Result? {
        let found = try await visit.call(
            DossierList.self, .init(dossier: dossier, method: M.name, limit: Limit(clamping: 1)))
        guard let entry = found.entries.first else { return nil }
        return read(method, try await visit.call(DossierGet.self, .init(sequence: entry.sequence)))
    }

    /// The answer of an entry, where it is one of that method and still there.
    static func read<M: Method>(_ method: M.Type, _ kept: DossierGet.Result) -> M.Result? {
        guard kept.entry.method == M.name, let answer = kept.result?.json else { return nil }
        return try? ValueDecoder.decode(M.Result.self, from: answer, unknown: .ignored)
    }
}
