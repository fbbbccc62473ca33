import PersonalNumbers

extension PastProcurement {
    /// What a notice tells, without its running texts and without what its wins are told of elsewhere.
    ///
    /// - Parameters:
    ///   - buyers: its buyers as they are known across notices.
    ///   - wins: those that count.
    package init(_ notice: Notice, buyers: [Buyer], wins: [Win]) {
        self.init(
            notice: notice.id, purpose: notice.purpose, title: (notice.title.text() ?? "").withoutPersonalNumbers)
        procedureID = notice.procedureID
        date = notice.date
        cpv = notice.cpv
        kind = notice.kind
        nuts = notice.regions
        self.buyers = buyers.map { Buyer(key: $0.key, name: $0.name.withoutPersonalNumbers) }
        goals = notice.strategicGoals
        value = notice.value.value
        tendersReceived = notice.tendersReceived
        procedureType = notice.procedure.type
        lotCodes = .ofLots(notice.lots.lazy.map(\.cpv), besides: notice.cpv.first)
        isRetelling = notice.purpose == .contractModification
        self.wins = wins
    }
}

extension Notice {
    /// The regions of the notice and its lots, each once.
    package var regions: [NUTSCode] {
        var seen: Set<NUTSCode> = []
        return (nuts + lots.flatMap(\.nuts)).filter { seen.insert($0).inserted }
    }

    /// The goals of its lots, each once.
    package var strategicGoals: [StrategicGoal] { Set(lots.flatMap(\.strategicGoals)).sorted() }

    /// The most tenders that came in for one lot.
    package var tendersReceived: Int? { awards.compactMap(\.tendersReceived.value).max() }
}
