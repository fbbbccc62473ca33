import Procurement

/// How one lot went, or several that were settled as one.
package struct LotCourse: Sendable, Hashable, Codable {
    package enum Ending: Sendable, Hashable, Codable {
        case awarded
        /// Closed without a winner; the code of the reason where stated (BT-144).
        case failed(reason: String?)
        /// Not decided, or the notice doesn't say.
        case unknown

        package var isFailure: Bool { if case .failed = self { true } else { false } }
    }

    /// How many tenders came in.
    package var tenders: Disclosed<Int>
    package var ending: Ending

    package init(tenders: Disclosed<Int> = .missing, ending: Ending = .unknown) {
        self.tenders = tenders
        self.ending = ending
    }

    /// One for each set of lots that awards settle. A framework's lot has an award for each of its suppliers, and is
    /// counted once: with the most tenders that any of them states, and as awarded where any of them was.
    package static func lots(of awards: [Award]) -> [LotCourse] {
        var order: [[LotID]] = []
        var lots: [[LotID]: LotCourse] = [:]
        for award in awards {
            let own = LotCourse(tenders: award.tendersReceived, ending: Ending(award.outcome))
            if let seen = lots[award.lots] {
                lots[award.lots] = seen.merged(with: own)
            } else {
                order.append(award.lots)
                lots[award.lots] = own
            }
        }
        return order.compactMap { lots[$0] }
    }

    private func merged(with other: LotCourse) -> LotCourse {
        let tenders: Disclosed<Int> =
            switch (self.tenders, other.tenders) {
            case (.stated(let one), .stated(let two)): .stated(max(one, two))
            case (.stated, _), (.withheld, .missing), (.withheld, .withheld): self.tenders
            default: other.tenders
            }
        return LotCourse(
            tenders: tenders, ending: ending == .awarded || other.ending == .unknown ? ending : other.ending)
    }
}

extension LotCourse.Ending {
    init(_ outcome: Award.Outcome) {
        self =
            switch outcome {
            case .awarded: .awarded
            case .noWinner(let reason): .failed(reason: reason)
            case .open, .unstated: .unknown
            }
    }
}
