import Crypto
import Foundation
import Procurement

/// What one notice tells of one party's win, as far as it says whether another notice tells of the same.
struct Telling {
    /// What all wins of a notice have in common.
    struct Source {
        var row: Int64
        var id: NoticeID
        var procedure: ProcedureID?
        var isResult: Bool
        var day: Int32?
        var dialect: NoticeSource.Dialect
        var title: String
        var buyers: Set<String>
        /// At most one lot, so that its name says nothing.
        var isUndivided: Bool
        /// Made of the statistics, which give lots names and ids of their own and state neither values nor days of contracts.
        var isStatistics: Bool { dialect == .statistics }
        /// A dynamic purchasing system, where a party may win the same lot again and again.
        var isDynamic: Bool
    }

    let source: Source
    let award: Int
    let ordinal: Int
    let number: String?
    let stem: String
    let form: String?
    /// Sorted, as `lotName` has them.
    let lots: [String]
    let value: Money?
    let concluded: CalendarDate?
    /// Letters and digits alone.
    let contract: String?

    /// All wins of a notice, in its order.
    static func all(in notice: Notice, row: Int64) -> [Telling] {
        let system = notice.procedure.dynamicPurchasingSystem
        let source = Source(
            row: row, id: notice.id, procedure: notice.procedureID, isResult: notice.purpose == .result,
            day: notice.date?.daysSinceEpoch,
            dialect: notice.source.dialect, title: NormalizedName.fold(notice.title.text() ?? ""),
            buyers: Set(notice.buyers.compactMap(notice.organisation).compactMap { Buyer($0)?.key }),
            isUndivided: notice.lots.count <= 1, isDynamic: system != nil && system != "none")
        let organisations = Dictionary(notice.organisations.map { ($0.id, $0) }) { first, _ in first }
        var parties: [OrganisationID: Party] = [:]
        return notice.awards.enumerated().flatMap { award, told in
            let lots = Set(told.lots.map(Self.lotName)).sorted()
            let contract = told.contractNumber.map { String($0.lowercased().filter { $0.isLetter || $0.isNumber }) }
            return told.winners.enumerated().compactMap { ordinal, winner -> Telling? in
                if parties[winner] == nil { parties[winner] = organisations[winner].flatMap { Party($0) } }
                guard let party = parties[winner] else { return nil }
                return Telling(
                    source: source, award: award, ordinal: ordinal, number: party.number?.stored, stem: party.stem,
                    form: party.form, lots: lots, value: told.value.value, concluded: told.concluded,
                    contract: contract == "" ? nil : contract)
            }
        }
    }

    /// `LOT-0001`, `0001` and `1` are one name.
    private static func lotName(_ id: LotID) -> String {
        let name = id.rawValue.uppercased()
        let digits = (name.hasPrefix("LOT-") ? name.dropFirst(4) : name[...]).drop { $0 == "0" }
        return digits.isEmpty ? "0" : String(digits)
    }

    /// A number that notices share which may tell of the same award without naming one procedure: of the first buyer and
    /// the title. `nil` for notices that tell of no win of their own.
    static func likeness(of notice: Notice) -> Int64? {
        guard notice.purpose == .result || notice.purpose == .directAward,
            notice.awards.contains(where: { !$0.winners.isEmpty }),
            let buyer = notice.buyers.first.flatMap(notice.organisation).flatMap({ Buyer($0) })
        else { return nil }
        let title = NormalizedName.fold(notice.title.text() ?? "")
        guard !title.isEmpty else { return nil }
        let digest = SHA256.hash(data: Data("\(buyer.key)\n\(title)".utf8))
        return digest.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }
}

// MARK: Whether two tell of the same

extension Telling {
    /// How far apart the notices of one award may be dated on two portals.
    private static let mostDaysApart: Int32 = 30

    /// The statistics have the day of the call, or of what was published last: the result may come this much later, and the
    /// day may be another source's by as much as `mostDaysApart`.
    private static let mostDaysAfterCall: Int32 = 730

    /// What it may be found by: party and lots, and of an undivided purchase the party alone.
    ///
    /// - Parameter besideStatistics: whether it is compared with what the statistics tell, which knows no lots.
    func keys(besideStatistics: Bool) -> [String] {
        var lots = [self.lots.joined(separator: "\u{1F}")]
        if source.isUndivided { lots.append("\u{1F}") }
        if besideStatistics { lots.append("\u{1D}") }
        return [number, stem.isEmpty ? nil : stem].compactMap { $0 }.flatMap { name in lots.map { name + "\u{1E}" + $0 }
        }
    }

    /// Whether the win is told by another notice, which is the one that counts.
    ///
    /// - Parameter bit: why the two are compared at all.
    func isRetold(by other: Telling, _ bit: Retold) -> Bool {
        guard other.precedes(self), !source.buyers.isDisjoint(with: other.source.buyers), hasPartyOf(other),
            !contradicts(other)
        else { return false }
        if source.isStatistics != other.source.isStatistics { return bit != .alike || isResultOfSameCall(as: other) }
        switch bit {
        case .procedure: return isOfSameProcedure(as: other)
        case .alike: return isPublishedTwice(with: other)
        default: return false
        }
    }

    /// The same title, and a day that a result of the statistics' procurement may have. The buyer and the party are the same
    /// already.
    private func isResultOfSameCall(as other: Telling) -> Bool {
        guard hasTitleOf(other), let statistics = source.isStatistics ? source.day : other.source.day,
            let notice = source.isStatistics ? other.source.day : source.day
        else { return false }
        return (-Int64(Self.mostDaysApart)...Int64(Self.mostDaysAfterCall)).contains(Int64(notice) - Int64(statistics))
    }

    /// A notice before the statistics, and a result before what was announced of it; then the first by day and id.
    private func precedes(_ other: Telling) -> Bool {
        let (left, right) = (source, other.source)
        if left.row == right.row { return false }
        if left.isStatistics != right.isStatistics { return right.isStatistics }
        if left.isResult != right.isResult { return left.isResult }
        return (left.day ?? .max, left.id) < (right.day ?? .max, right.id)
    }

    /// By number where both have one, else by name.
    private func hasPartyOf(_ other: Telling) -> Bool {
        if let number, let others = other.number { return number == others }
        return !stem.isEmpty && stem == other.stem && (form == nil || other.form == nil || form == other.form)
    }

    /// The contracts' numbers, or the days on which they were concluded, are two. What was announced before it was
    /// concluded gives the day of the decision.
    private func contradicts(_ other: Telling) -> Bool {
        if let contract, let others = other.contract, contract != others { return true }
        guard source.isResult == other.source.isResult, let concluded, let others = other.concluded else {
            return false
        }
        return concluded != others
    }

    /// Lots keep their names within a procedure of eForms; elsewhere the title must be the same.
    private func isOfSameProcedure(as other: Telling) -> Bool {
        let areNamed = source.dialect == .eForms && other.source.dialect == .eForms
        guard areNamed || hasTitleOf(other) else { return false }
        guard lots == other.lots || ((lots.isEmpty || other.lots.isEmpty) && areUndivided(other)) else { return false }
        guard source.isDynamic || other.source.isDynamic, source.isResult == other.source.isResult else { return true }
        return hasDayOf(other) || (contract != nil && contract == other.contract)
    }

    /// The same buyer, title, party and lots within some days, with the same value, day or number where both state them,
    /// and one of these stated by both. One and the same source tells its procedures apart itself, so there both the
    /// value and the day must be the same.
    private func isPublishedTwice(with other: Telling) -> Bool {
        if let procedure = source.procedure, procedure == other.source.procedure { return false }
        let isOneSource = source.dialect == other.source.dialect
        guard hasTitleOf(other), lots == other.lots || (!isOneSource && areUndivided(other)), let day = source.day,
            let others = other.source.day, abs(Int64(day) - Int64(others)) <= Int64(Self.mostDaysApart)
        else { return false }
        if let value, let others = other.value, value != others { return false }
        let hasValue = value != nil && value == other.value
        if isOneSource { return hasValue && hasDayOf(other) }
        return hasValue || hasDayOf(other) || (contract != nil && contract == other.contract)
    }

    private func hasTitleOf(_ other: Telling) -> Bool {
        !source.title.isEmpty && source.title == other.source.title
    }

    private func hasDayOf(_ other: Telling) -> Bool { concluded != nil && concluded == other.concluded }

    private func areUndivided(_ other: Telling) -> Bool { source.isUndivided && other.source.isUndivided }
}
