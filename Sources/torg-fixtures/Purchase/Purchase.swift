import Procurement

/// One procurement from plan to contract, before it is written in any dialect.
struct Purchase {
    /// How it is published: which dialect, and so which years.
    enum Channel: String {
        case ted, eForms, tendSign
    }

    enum ProcedureType: String {
        case open
        case restricted
        case negotiated = "neg-w-call"
        case direct = "neg-wo-call"
        case other = "oth-single"
    }

    let channel: Channel
    let buyer: Buyer
    /// Others that buy with it.
    let jointBuyers: [Buyer]
    let trade: Trade
    let subject: Subject
    let title: String
    let titleInEnglish: String?
    /// What the buyer calls it: `UH-2023-114`.
    let reference: String
    /// The id of the procedure: a UUID, or the portal's own number (`SE48213`).
    let procedureID: String
    let procedureType: ProcedureType
    let isFramework: Bool
    let lots: [PurchaseLot]
    /// The whole, in SEK.
    let estimate: Int
    /// What it shows off.
    let feature: Feature
    /// The day of the call for tenders.
    let announced: CalendarDate
    let deadline: CalendarDate
    let decided: CalendarDate

    var hasLots: Bool { lots.count > 1 }
    /// The main code first, then those of the lots that it hasn't.
    var cpv: [String] { subject.cpv }
}

/// What a purchase is there to show, so that every shape that the readers know is among the fixtures.
enum Feature: String {
    case plain
    /// Planned first.
    case planned
    /// Announced and not decided yet.
    case undecided
    /// Corrected once.
    case changed
    /// A second version of the same notice.
    case versioned
    /// Two suppliers share one tender.
    case consortium
    /// One lot without a winner.
    case noWinner
    /// The value and the number of tenders are withheld.
    case withheldValue
    /// The winner is withheld.
    case withheldWinner
    case naturalPerson
    /// Published nationally only: subtypes with an N.
    case national
    /// Bought without a call.
    case direct
    /// The contract was changed afterwards.
    case modified
    /// Social and special services.
    case social
    /// Titles in two languages.
    case bilingual
    /// Several buyers.
    case joint
    /// Winners without a number, their names in capitals.
    case unnumbered
    /// Values that can't be true.
    case oddValue
}

struct PurchaseLot {
    /// From 1.
    let number: Int
    let title: String
    /// `nil` where the whole says it all.
    let description: String?
    let cpv: [String]
    let estimate: Int
    let outcome: LotOutcome
}

enum LotOutcome {
    /// The winning tenders, one but for frameworks.
    case awarded([Tender], tendersReceived: Int)
    /// The code of the reason (BT-144).
    case nobody(reason: String)
    case undecided

    var tenders: [Tender] {
        if case .awarded(let tenders, _) = self { tenders } else { [] }
    }

    var tendersReceived: Int? {
        switch self {
        case .awarded(_, let count): count
        case .nobody(let reason): reason == "no-rece" ? 0 : 2
        case .undecided: nil
        }
    }
}

struct Tender {
    /// More than one for a consortium.
    let suppliers: [MadeSupplier]
    /// SEK.
    let value: Int
    let contractNumber: String
}
