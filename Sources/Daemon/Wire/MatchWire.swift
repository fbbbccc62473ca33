import API
import JSON
import JSONRPC
import Matching
import Procurement

// From the matcher's values to the contract's. The two are apart so that the domain can be reshaped without
// changing the wire.

extension API.RankedSuppliers {
    init(_ answer: RankedAnswer) {
        self.init(withoutMatchesOf: answer)
        matches = answer.result.matches.map(SupplierMatch.init)
        newcomers = answer.result.newcomers?.map(SupplierMatch.init)
    }

    fileprivate init(withoutMatchesOf answer: RankedAnswer) {
        let result = answer.result
        self.init(
            matches: [], question: answer.question, setting: answer.setting, remarks: answer.remarks,
            considered: result.considered,
            withoutPlace: result.withoutPlace, dataThrough: result.dataThrough,
            generation: result.generation, weights: SortedMap(result.weights))
    }
}

extension JSONText {
    /// A ranked list as its `RankedSuppliers` would be written: each supplier becomes one of the contract's as it is
    /// written, and is gone then.
    init(_ answer: RankedAnswer) {
        let result = answer.result
        let newcomers = result.newcomers ?? []
        let size = (result.matches + newcomers).reduce(RankedSuppliers.roughSize) {
            $0 + SupplierMatch.roughSize(signals: $1.signals.count, evidence: $1.evidence.count)
        }
        var writer = JSONWriter(capacity: size)
        RankedSuppliers(withoutMatchesOf: answer).write(
            result.matches.count, newcomers: result.newcomers?.count, to: &writer
        ) {
            SupplierMatch(result.matches[$0])
        } newcomer: {
            SupplierMatch(newcomers[$0])
        }
        self.init(written: writer.bytes)
    }
}

extension API.SupplierMatch {
    init(_ match: Match) {
        self.init(
            rank: match.rank, supplier: SupplierReference(match), score: match.score,
            signals: match.signals.map(API.Signal.init), evidence: match.evidence.map(API.Evidence.init),
            feedback: match.feedback.map(FeedbackShare.init), group: match.group.map(FoldedGroup.init))
    }
}

extension FoldedGroup {
    init(_ group: MatchGroup) {
        self.init(
            name: group.name,
            members: group.members.map {
                FoldedMember(rank: $0.rank, id: $0.supplier.rawValue, name: $0.name, score: $0.score)
            })
    }
}

extension FeedbackShare {
    init(_ tally: FeedbackTally) {
        self.init(
            accepted: tally.accepted, rejected: tally.rejected, people: tally.people, scoreWithout: tally.scoreWithout)
    }
}

extension API.SupplierReference {
    init(_ match: Match) {
        self.init(
            id: match.supplier.rawValue, name: match.name, size: match.size,
            newcomer: match.isNewcomer, status: match.status.map(API.FirmStatus.init))
    }
}

extension API.SupplierReference {
    init(_ profile: SupplierProfile) {
        self.init(
            id: profile.id.rawValue, name: profile.name, size: profile.size,
            newcomer: profile.isNewcomer, status: profile.status.map(API.FirmStatus.init))
    }
}

extension API.Signal {
    init(_ score: SignalScore) {
        self.init(
            name: score.name.rawValue, value: score.value.map { Points($0) }, weight: Points(score.weight),
            points: score.points, because: score.because)
    }
}

extension API.Evidence {
    init(_ evidence: Matching.Evidence) {
        self.init(
            noticeId: evidence.notice.rawValue, title: evidence.title, date: evidence.date,
            buyer: evidence.buyer, similarity: Points(evidence.similarity),
            lost: evidence.isLost ? true : nil)
    }
}

extension SortedMap<Points> {
    init(_ weights: Weights) {
        self.init(points: weights.all.map { ($0.signal.rawValue, Points($0.weight)) })
    }
}

extension API.WeightsByKind {
    init(_ weights: Matching.WeightsByKind) {
        self.init(
            notice: SortedMap(weights[.notice]), category: SortedMap(weights[.category]),
            challenge: SortedMap(weights[.challenge]), need: SortedMap(weights[.need]))
    }
}
