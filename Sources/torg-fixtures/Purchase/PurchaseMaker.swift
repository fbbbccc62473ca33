import Procurement

/// Makes procurements: who buys what when, and who wins it.
///
/// A supplier wins in its own trade, the more readily the stronger and the nearer it is, and seldom what is far too
/// large or small for it. So there is something to learn from them.
struct PurchaseMaker {
    private var chance: SeededChance
    private let suppliers: [MadeSupplier]
    private var sequence = 0

    init(seed: UInt64, suppliers: [MadeSupplier]) {
        chance = SeededChance(seed: seed, topic: "purchases")
        self.suppliers = suppliers
    }

    /// All purchases, by channel and then by day.
    static func purchases(seed: UInt64, suppliers: [MadeSupplier]) -> [Purchase] {
        var maker = PurchaseMaker(seed: seed, suppliers: suppliers)
        return [Purchase.Channel.ted, .eForms, .tendSign].flatMap { channel in
            maker.features(of: channel).enumerated()
                .map { maker.purchase(channel, feature: $0.element, turn: $0.offset) }
                .sorted { ($0.announced, $0.reference) < ($1.announced, $1.reference) }
        }
    }

    /// How many purchases of each kind a channel has.
    private func features(of channel: Purchase.Channel) -> [Feature] {
        func times(_ count: Int, _ feature: Feature) -> [Feature] { Array(repeating: feature, count: count) }
        switch channel {
        case .ted:
            return times(10, .plain) + times(3, .planned) + times(4, .changed) + times(2, .consortium)
                + times(3, .noWinner) + times(2, .withheldValue) + times(2, .direct) + times(2, .modified)
                + times(2, .social) + times(2, .unnumbered) + times(1, .oddValue) + times(1, .bilingual)
        case .eForms:
            return times(12, .plain) + times(4, .planned) + times(4, .undecided) + times(3, .changed)
                + times(2, .versioned) + times(3, .consortium) + times(3, .noWinner) + times(3, .withheldValue)
                + times(2, .withheldWinner) + times(2, .naturalPerson) + times(3, .national) + times(2, .direct)
                + times(1, .modified) + times(2, .social) + times(2, .bilingual) + times(2, .joint)
        case .tendSign:
            return times(40, .plain) + times(4, .undecided) + times(4, .noWinner) + times(3, .consortium)
                + times(5, .naturalPerson) + times(4, .unnumbered)
        }
    }

    private mutating func purchase(_ channel: Purchase.Channel, feature: Feature, turn: Int) -> Purchase {
        sequence += 1
        let trade = trade(feature: feature, turn: turn)
        let subject = chance.one(of: trade.subjects)
        let buyers = Buyer.all.filter { $0.buys(trade) }
        // Norrvika itself, the first, buys most.
        let buyer = buyers[chance.place(in: buyers.indices.map { $0 == 0 ? 3 : 1 })]
        let announced = day(channel, feature: feature)
        let deadline = announced.adding(days: chance.within(channel == .tendSign ? 14...30 : 30...52))
        let decided = deadline.adding(days: chance.within(20...95))
        let isSmall = channel == .tendSign || feature == .national || feature == .naturalPerson
        let estimate = estimate(trade: trade, isSmall: isSmall)
        let isFramework = trade.kind != .works && chance.happens(45)
        let lots = lots(
            of: subject, in: trade, buyer: buyer, estimate: estimate, feature: feature, isFramework: isFramework,
            year: decided.civil.year)
        return Purchase(
            channel: channel,
            buyer: buyer,
            jointBuyers: feature == .joint
                ? Buyer.all.filter { $0 != buyer && $0.trades.isEmpty }.prefix(2).map { $0 } : [],
            trade: trade,
            subject: subject,
            title: title(subject, trade: trade, buyer: buyer, isFramework: isFramework, year: announced.civil.year),
            titleInEnglish: feature == .bilingual ? "\(trade.nameInEnglish) for \(buyer.name)" : nil,
            reference: "UH-\(announced.civil.year)-\(100 + sequence)",
            procedureID: channel == .eForms && feature != .national ? chance.uuid() : "SE\(48_000 + sequence * 17)",
            procedureType: procedureType(channel, feature),
            isFramework: isFramework,
            lots: lots,
            estimate: estimate,
            feature: feature,
            announced: announced,
            deadline: deadline,
            decided: decided)
    }

    private mutating func trade(feature: Feature, turn: Int) -> Trade {
        if feature == .social { return Trade.all.first { $0.id == "hemtjanst" } ?? Trade.all[0] }
        if feature == .naturalPerson {
            let withPersons = Trade.all.filter { trade in
                suppliers.contains { $0.trade.id == trade.id && $0.isNaturalPerson && $0.strength > 0 }
            }
            return withPersons[turn % withPersons.count]
        }
        // Seven and sixteen have no common divisor: sixteen turns visit every trade.
        return Trade.all[(turn * 7 + sequence / 3) % Trade.all.count]
    }

    private mutating func day(_ channel: Purchase.Channel, feature: Feature) -> CalendarDate {
        func date(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(daysSinceEpoch: 0) }
        let (first, last) =
            switch (channel, feature) {
            // eForms took over from TED's own schema on 25 October 2023.
            case (.ted, _): (date("2020-02-03"), date("2023-05-31"))
            case (_, .undecided): (date("2025-05-05"), date("2025-06-12"))
            case (.eForms, _): (date("2023-11-01"), date("2025-01-31"))
            case (.tendSign, _): (date("2021-01-11"), date("2025-02-28"))
            }
        let day = first.adding(days: chance.below(last.days(since: first)))
        // Nobody announces at a weekend. 1970-01-01 was a Thursday.
        let weekday = (Int(day.daysSinceEpoch) + 3) % 7
        return weekday > 4 ? day.adding(days: 7 - weekday) : day
    }

    private mutating func estimate(trade: Trade, isSmall: Bool) -> Int {
        let low = trade.value.lowerBound
        let high = isSmall ? low + (trade.value.upperBound - low) / 12 : trade.value.upperBound
        // Small ones are commoner than large ones.
        let share = chance.below(1000) * chance.below(1000) / 1000
        return (low + (high - low) * share / 1000) * 1000
    }

    private mutating func title(_ subject: Subject, trade: Trade, buyer: Buyer, isFramework: Bool, year: Int) -> String
    {
        let plain = subject.title
        let small = plain.prefix(1).lowercased() + plain.dropFirst()
        switch chance.below(6) {
        case 0: return isFramework ? "Ramavtal \(small)" : "Upphandling av \(small)"
        case 1: return "\(plain) \(year + 1)–\(year + 4)"
        case 2: return "\(plain), \(buyer.name)"
        case 3: return trade.isLocal ? "\(plain) i \(buyer.place.town)" : plain
        default: return plain
        }
    }

    private mutating func procedureType(_ channel: Purchase.Channel, _ feature: Feature) -> Purchase.ProcedureType {
        if feature == .direct { return .direct }
        if feature == .national || channel == .tendSign { return chance.happens(80) ? .open : .other }
        return [.open, .restricted, .negotiated][chance.place(in: [80, 10, 10])]
    }

    // MARK: Lots and winners

    private mutating func lots(
        of subject: Subject, in trade: Trade, buyer: Buyer, estimate: Int, feature: Feature, isFramework: Bool,
        year: Int
    ) -> [PurchaseLot] {
        let isSplit = subject.lots.count > 1 && (feature == .noWinner || chance.happens(70))
        let parts = isSplit ? subject.lots : [LotSubject(subject.title, subject.cpv[0])]
        let share = estimate / parts.count / 1000 * 1000
        return parts.enumerated().map { index, part in
            let lotEstimate = index == 0 ? estimate - share * (parts.count - 1) : share
            let isUnsold = feature == .noWinner && index == parts.count - 1
            return PurchaseLot(
                number: index + 1,
                title: part.title,
                description: isSplit ? "\(part.title). \(subject.description)" : nil,
                cpv: isSplit ? [part.cpv] : subject.cpv,
                estimate: lotEstimate,
                outcome: isUnsold
                    ? .nobody(reason: chance.happens(60) ? "no-rece" : "chan-need")
                    : outcome(
                        trade: trade, buyer: buyer, estimate: lotEstimate, feature: feature, isFramework: isFramework,
                        year: year))
        }
    }

    private mutating func outcome(
        trade: Trade, buyer: Buyer, estimate: Int, feature: Feature, isFramework: Bool, year: Int
    ) -> LotOutcome {
        if feature == .undecided { return .undecided }
        let count = isFramework && feature == .plain && chance.happens(50) ? chance.within(2...3) : 1
        var winners: [[MadeSupplier]] = []
        for _ in 0..<count {
            let taken = winners.flatMap { $0 }.map(\.name)
            guard let winner = winner(trade, buyer, estimate, except: taken, mustBePerson: feature == .naturalPerson)
            else {
                break
            }
            if feature == .consortium,
                let partner = self.winner(trade, buyer, estimate, except: taken + [winner.name], mustBePerson: false)
            {
                winners.append([winner, partner])
            } else {
                winners.append([winner])
            }
        }
        let tenders = winners.map { suppliers in
            // Tenders come in between 82 and 118 percent of the estimate.
            Tender(
                suppliers: suppliers, value: feature == .oddValue ? 1 : estimate / 100 * chance.within(82...118),
                contractNumber: "A\(year)-\(chance.within(1000...9999))")
        }
        return .awarded(tenders, tendersReceived: tenders.count + chance.below(5))
    }

    private mutating func winner(
        _ trade: Trade, _ buyer: Buyer, _ estimate: Int, except taken: [String], mustBePerson: Bool
    ) -> MadeSupplier? {
        let own = suppliers.filter { $0.trade.id == trade.id && $0.strength > 0 && !taken.contains($0.name) }
        let persons = own.filter(\.isNaturalPerson)
        let candidates = mustBePerson && !persons.isEmpty ? persons : own
        guard let first = candidates.first else { return nil }
        let weights = candidates.map { candidate in
            let near = candidate.place.nearness(to: buyer.place)
            let reach = trade.isLocal ? [1, 4, 12, 40][near] : [6, 7, 8, 10][near]
            let fits = fit(candidate.size, estimate)
            return candidate.strength * reach * fits
        }
        return weights.contains { $0 > 0 } ? candidates[chance.place(in: weights)] : first
    }

    /// How well a size suits a value, 0 to 10.
    private func fit(_ size: MadeSupplier.Size, _ estimate: Int) -> Int {
        switch (size, estimate) {
        case (.micro, 8_000_000...): 1
        case (.micro, 2_000_000...): 4
        case (.small, 20_000_000...): 3
        case (.large, ..<1_000_000): 3
        case (.medium, ..<500_000): 5
        default: 10
        }
    }
}
