import JSON
import JSONRPC
import Procurement

/// What is watched. All that is given must hold; of need, category, challenge and cpv at most one is given.
@WireType
package struct WatchQuestion: Described {
    /// A need in plain words. It is read once, when the watch is saved, as branches of the CPV.
    @Within(.words) package var need: String?
    /// The id of a configured category: its codes, as they are configured at the time; its keywords where it has none.
    @Within(.id) package var category: String?
    /// The id of a configured challenge: its codes; where it has none, its text is read as a need.
    @Within(.id) package var challenge: String?
    /// CPV codes and patterns, such as 722*, of the notice or of one of its lots.
    @Within(.soughtCodes) package var cpv: [String]?
    /// Who buys: by number, or by words of the name.
    package var buyer: BuyerQuery?
    /// Words of title, description, lots' titles or buyers' names; each may be the beginning of a word.
    @Within(.words) package var words: String?
    /// The id of a supplier that wins or tenders; see suppliers.find.
    @Within(.id) package var supplier: String?
    /// Where it is to be done, such as SE121. A notice that tells no place is no news to a watch with one.
    @Within(.codes) package var nuts: [String]?

    static var example: WatchQuestion { WatchQuestion(category: "it", nuts: ["SE121"]) }
}

/// A watch as it is kept.
@WireType
package struct WatchLine: Described {
    /// Its number.
    package var id: Int
    /// What its owner calls it.
    package var name: String
    /// What is watched.
    package var question: WatchQuestion
    /// What a need, or a challenge without codes, was read as when the watch was saved; absent for others.
    package var readAs: [String]?
    /// What is told of.
    package var tell: [NewsKind]
    /// How many months before their end contracts are told.
    package var months: Int
    /// Among how many of the first a supplier is told as new.
    package var first: Int
    /// How many of its news haven't been seen.
    package var unseen: Int
    /// News beyond what is kept at a time, since it was made: a sign that its question is too wide.
    package var uncounted: Int
    /// When it was saved last.
    package var at: Moment

    static var example: WatchLine {
        WatchLine(
            id: 4, name: "IT i Uppsala län", question: .example, tell: [.notice, .result, .contract], months: 12,
            first: 20, unseen: 1, uncounted: 0, at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}

/// One thing that is new to a watch.
@WireType
package struct NewsLine: Described {
    /// Its number: the later it came, the higher.
    package var id: Int
    /// The number of the watch.
    package var watch: Int
    /// What the watch is called.
    package var watchName: String
    /// What it is.
    package var kind: NewsKind
    /// The notice; absent where it speaks of none.
    package var notice: NewsNotice?
    /// The supplier that is new among the first, or whose status it is.
    package var supplier: CardParty?
    /// Who won, or has the contract: five at the most.
    package var winners: [CardParty]?
    /// The supplier's place among the first.
    package var rank: Int?
    /// The contract's last day.
    package var ends: CalendarDate?
    /// True where the notice states no end, and four years after the contract or the notice are taken: two, and two more.
    package var estimated: Bool?
    /// What the registers say against the supplier.
    package var status: Procurement.FirmStatus.Kind?
    /// Since when; absent where the register gives no day.
    package var since: CalendarDate?
    /// The same as a sentence.
    package var text: BilingualText
    /// When it was found.
    package var at: Moment
    /// When its reader noted it as seen; absent for what is unseen.
    package var seen: Moment?

    static var example: NewsLine {
        NewsLine(
            id: 31, watch: 4, watchName: "IT i Uppsala län", kind: .notice,
            notice: NewsNotice(
                id: "00012345-2026", title: "Nytt intranät", buyer: "Norrvika kommun",
                date: CalendarDate("2026-03-01"), deadline: CalendarDate("2026-05-01")),
            text: BilingualText(
                sv: "Ny upphandling: Nytt intranät. Norrvika kommun. Sista anbudsdag 2026-05-01.",
                en: "New call for tenders: Nytt intranät. Norrvika kommun. Tenders by 2026-05-01."),
            at: Moment(secondsSinceEpoch: 1_772_323_200))
    }
}

/// The notice that news speak of.
@WireType
package struct NewsNotice: Described {
    /// For notices.get.
    package var id: String
    /// Its title.
    package var title: String
    /// Who buys; absent when the notice does not say.
    package var buyer: String?
    /// Its day; absent when the notice has none.
    package var date: CalendarDate?
    /// The last day for tenders, of the lot that is open longest; absent when not given.
    package var deadline: CalendarDate?
}
