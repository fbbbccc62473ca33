import JSON
import JSONRPC
import Procurement

/// All that is known of one supplier.
package enum SuppliersGet: Method {
    package static let name = "suppliers.get"
    package static let summary = "Gives one supplier: its names, register entry and latest awards."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// The id of the supplier.
        @Within(.id) package var id: String
        /// True gives a sole trader's number as it is: for the role manager, with a reason, and recorded in the audit.
        package var unmask: Bool?
        /// Why the number is needed, in your own words, at most 500 characters; only with unmask.
        @Within(.text(500)) package var reason: String?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The supplier.
        package var supplier: SupplierDetail
        /// The generation of the data that answered.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(id: "SE4999022611"),
            gives: Result(
                supplier: SupplierDetail(
                    id: "SE4999022611", name: "Sundhamra Informationsteknik AB", otherNames: ["KODVERKET AKTIEBOLAG"],
                    number: "499902-2611",
                    naturalPerson: false, country: "SE", size: .small, newcomer: false, nuts: ["SE121"],
                    register: RegisterEntry(
                        name: "Sundhamra Informationsteknik AB", sector: "Privat", legalForm: "Övriga aktiebolag",
                        sni: "62010",
                        sniLabel: "Dataprogrammering"),
                    awardCount: 1,
                    awards: [
                        AwardLine(
                            noticeId: "0422cc77-a2d2-4aca-927c-d28aa9347937",
                            title: "Upphandling av drift av servrar, lagring och säkerhetskopiering",
                            date: CalendarDate("2021-05-03"),
                            buyer: "Norrvika kommun", cpv: ["72200000"],
                            value: .stated(Amount(amount: "1250000.00", currency: "SEK")))
                    ],
                    tenders: SupplierTenders(
                        all: TenderCount(lots: 7, contracted: 1), told: TenderCount(lots: 5, contracted: 1),
                        cpv: [TendersOfCode(code: "72200000", count: TenderCount(lots: 7, contracted: 1))],
                        buyers: [TendersOfBuyer(buyer: "Norrvika kommun", count: TenderCount(lots: 7, contracted: 1))],
                        latest: CalendarDate("2024-04-15"),
                        source: BilingualText(
                            sv: "Uppgifter: Upphandlingsmyndigheten, bearbetning: Torg.",
                            en: "Data: Upphandlingsmyndigheten, processed by Torg."))),
                generation: 7))
    }
}

/// One supplier, gathered from every notice that names it and from the register.
@WireType
package struct SupplierDetail: Described {
    /// Its id. Never a personal number.
    package var id: String
    /// The name to show.
    package var name: String
    /// Every other name seen, sorted.
    package var otherNames: [String] = []
    /// Its organisation number; a personal number is masked. Absent when not known.
    package var number: String?
    /// True for a sole trader.
    package var naturalPerson: Bool
    /// ISO 3166 alpha-2.
    package var country: String?
    /// Absent when not known.
    package var size: SupplierSize?
    /// True when it has no award in the data.
    package var newcomer: Bool
    /// Its regions.
    package var nuts: [String] = []
    /// Its entry in the register; absent when it has none.
    package var register: RegisterEntry?
    /// How many awards it has in the data.
    package var awardCount: Int
    /// The latest, at most 100.
    package var awards: [AwardLine]
    /// What it has tendered for, won or not; absent where no statistics tell of it.
    package var tenders: SupplierTenders?
    /// How often it was part of the dialogue.
    package var dialogue: ParticipationCounts = ParticipationCounts(invited: 0, registered: 0, attended: 0)
}

/// What the register says.
@WireType
package struct RegisterEntry: Described {
    /// The name in the register.
    package var name: String
    /// The size in the register.
    package var size: SupplierSize?
    /// Such as Privat or Kommun.
    package var sector: String?
    /// Such as Övriga aktiebolag.
    package var legalForm: String?
    /// Industry, two to five digits: by SNI 2007, unless firm says another edition.
    package var sni: String?
    /// The industry in words.
    package var sniLabel: String?
    /// CPV codes that it deals in.
    package var cpv: [String] = []
    /// Its regions.
    package var nuts: [String] = []
    /// What it says of itself.
    package var description: String?
    /// Its website.
    package var website: String?
    /// Its address for mail.
    package var email: String?
    /// What the public registers say besides; absent where it is in none.
    package var firm: FirmFacts?
}

/// What the public registers say of a firm. An office's own register comes before them in all that both have; Bolagsverket
/// before Statistics Sweden but for the industry.
@WireType
package struct FirmFacts: Described {
    /// bolagsverket, scb.
    package var sources: [String] = []
    /// What speaks against its being there; absent where nothing does.
    package var status: FirmStatus?
    /// The edition that the entry's SNI code is of: 2007 or 2025. Codes of different editions are never compared.
    package var sniVersion: Int
    /// The day that it was registered.
    package var registered: CalendarDate?
    /// Of its postal address; absent where the list of postcodes doesn't say.
    package var municipality: String?
    /// Of its postal address.
    package var town: String?
    /// True where it has asked not to be sent advertising (reklamspärr); absent where no register says.
    package var refusesAdvertising: Bool?
}

/// One award in a list.
@WireType
package struct AwardLine: Described {
    /// For notices.get.
    package var noticeId: String
    /// The title of the notice.
    package var title: String
    /// Its day; absent when the notice has none.
    package var date: CalendarDate?
    /// Who bought; absent when the notice does not say.
    package var buyer: String?
    /// CPV codes of the notice, the main one first.
    package var cpv: [String] = []
    /// The lots won, as the notice writes them.
    package var lots: [String] = []
    /// The value of the award: an amount, withheld, or absent when not given.
    package var value: Disclosure<Amount>?
}
