import Procurement

/// One notice about a purchase: which one, when, and under what name.
struct PublishedNotice {
    enum Kind {
        case planning
        case competition
        /// A correction of the call. eForms writes the whole call anew, TED only what has changed.
        case change(of: Reference)
        case directAward
        case result
        case modification
    }

    /// What another notice calls this one.
    struct Reference {
        let id: String
        let publicationNumber: String
    }

    let purchase: Purchase
    let kind: Kind
    /// A UUID in eForms, `123456-2021` in TED, the portal's own number in the export.
    let id: String
    let version: Int
    /// `2021/S 098-123456` in TED, `123456-2024` in eForms.
    let publicationNumber: String
    let issued: CalendarDate

    var isPlanning: Bool { if case .planning = kind { true } else { false } }

    /// Whether the notice tells who won.
    var isResult: Bool {
        switch kind {
        case .directAward, .result, .modification: true
        case .planning, .competition, .change: false
        }
    }
}

/// Gives each purchase its notices, in the order of the days on which they come out.
struct NoticeMaker {
    private var chance: SeededChance
    private var sequence = 0

    static func notices(seed: UInt64, purchases: [Purchase]) -> [PublishedNotice] {
        var maker = NoticeMaker(chance: SeededChance(seed: seed, topic: "notices"))
        return purchases.flatMap { maker.notices(of: $0) }
    }

    private mutating func notices(of purchase: Purchase) -> [PublishedNotice] {
        if purchase.channel == .tendSign {
            // The export tells a procurement and its outcome in one record.
            return [notice(purchase, .result, on: purchase.announced)]
        }
        var notices: [PublishedNotice] = []
        if purchase.feature == .planned {
            notices.append(notice(purchase, .planning, on: purchase.announced.adding(days: -chance.within(60...150))))
        }
        if purchase.procedureType != .direct {
            let call = notice(purchase, .competition, on: purchase.announced)
            notices.append(call)
            let later = purchase.announced.adding(days: chance.within(6...14))
            let reference = PublishedNotice.Reference(id: call.id, publicationNumber: call.publicationNumber)
            if purchase.feature == .changed { notices.append(notice(purchase, .change(of: reference), on: later)) }
            if purchase.feature == .versioned {
                notices.append(notice(purchase, .competition, on: later, id: call.id, version: 2))
            }
        }
        if purchase.feature == .undecided { return notices }
        notices.append(
            notice(purchase, purchase.procedureType == .direct ? .directAward : .result, on: purchase.decided))
        if purchase.feature == .modified {
            notices.append(notice(purchase, .modification, on: purchase.decided.adding(days: chance.within(200...400))))
        }
        return notices
    }

    private mutating func notice(
        _ purchase: Purchase, _ kind: PublishedNotice.Kind, on day: CalendarDate, id: String? = nil, version: Int = 1
    ) -> PublishedNotice {
        sequence += 1
        let year = day.civil.year
        let running = String(900_000 + sequence * 11)
        switch purchase.channel {
        case .ted:
            let issue = String(100 + sequence % 150)
            return PublishedNotice(
                purchase: purchase, kind: kind, id: "\(running)-\(year)", version: version,
                publicationNumber: "\(year)/S \(issue)-\(running)", issued: day)
        case .eForms:
            return PublishedNotice(
                purchase: purchase, kind: kind, id: id ?? chance.uuid(), version: version,
                publicationNumber: "\(running)-\(year)", issued: day)
        case .tendSign:
            return PublishedNotice(
                purchase: purchase, kind: kind, id: "TS-\(year)-\(running.suffix(4))", version: version,
                publicationNumber: purchase.procedureID, issued: day)
        }
    }
}
