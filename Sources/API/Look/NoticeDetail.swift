import JSON
import JSONRPC
import Procurement

/// One notice as it was read. Members that the notice does not give are absent; values that it withholds say so.
@WireType
package struct NoticeDetail: Described {
    /// What the publisher calls it.
    package var id: String
    /// Its version, from 1.
    package var version: Int
    /// The shape that it was read from.
    package var source: NoticeSource
    /// The number under which it was published.
    package var publicationNumber: String?
    /// The procedure that several notices share.
    package var procedureId: String?
    /// The notice that this one changes.
    package var changes: ChangedNotice?
    /// Of a contract modification: the contract that it modifies. It is no win of its own.
    package var modifies: ModifiedContract?
    /// What it is for.
    package var purpose: NoticePurpose
    /// The code of its type: BT-02, or the form of TED.
    package var type: String?
    /// The eForms subtype.
    package var subtype: String?
    /// Languages of the original, ISO 639-2/T, the main one first.
    package var languages: [String] = []
    /// The day it was issued.
    package var issued: CalendarDate?
    /// The day it was published.
    package var published: CalendarDate?
    /// Its title, by language.
    package var title: [TextVersion] = []
    /// Its description, by language.
    package var description: [TextVersion] = []
    /// Everyone it names.
    package var organisations: [NoticeOrganisation] = []
    /// Who buys: ids in organisations.
    package var buyers: [String] = []
    /// How it is bought.
    package var procedure: ProcedureDetail = ProcedureDetail()
    /// Services, supplies or works.
    package var kind: ContractKind?
    /// CPV codes, the main one first.
    package var cpv: [String] = []
    /// Where it is done.
    package var nuts: [String] = []
    /// The value of the whole.
    package var value: Disclosure<Amount>?
    /// Its lots.
    package var lots: [LotDetail] = []
    /// What was decided.
    package var awards: [AwardDetail] = []
    /// Every field that it withholds.
    package var withheld: [Withholding] = []

    static var example: NoticeDetail {
        NoticeDetail(
            id: "0422cc77-a2d2-4aca-927c-d28aa9347937", version: 1,
            source: NoticeSource(dialect: "eforms", schema: "eforms-sdk-1.10"),
            procedureId: "52a1f5a0-6c3e-4a52-9a3f-1d0c6a2b7e11", purpose: .result, type: "can-standard",
            languages: ["SWE"], issued: CalendarDate("2021-05-03"),
            title: [
                TextVersion(language: "SWE", text: "Upphandling av drift av servrar, lagring och säkerhetskopiering")
            ],
            organisations: [
                NoticeOrganisation(
                    id: "ORG-0001", name: [TextVersion(text: "Norrvika kommun")], numbers: ["212000-0142"],
                    country: "SE"),
                NoticeOrganisation(
                    id: "ORG-0002", name: [TextVersion(text: "Sundhamra Informationsteknik AB")],
                    numbers: ["499902-2611"],
                    country: "SE", size: .small, supplierId: "SE4999022611"),
            ],
            buyers: ["ORG-0001"], procedure: ProcedureDetail(type: "open", framework: "none"), kind: .services,
            cpv: ["72200000"], nuts: ["SE121"],
            value: .withheld(Withholding(field: "not-val", reason: "oth-int", until: CalendarDate("2027-01-01"))),
            lots: [
                LotDetail(
                    id: "LOT-0001", role: "lot", title: [TextVersion(text: "Utveckling")], cpv: ["72200000"],
                    value: .stated(Amount(amount: "1250000.00", currency: "SEK")), suitableForSmes: true,
                    goals: [StrategicGoal(list: "strategic-procurement", code: "inn-pur")])
            ],
            awards: [
                AwardDetail(
                    lots: ["LOT-0001"], outcome: "awarded", winners: ["ORG-0002"], tendersReceived: .stated(4),
                    concluded: CalendarDate("2021-05-01"))
            ],
            withheld: [Withholding(field: "not-val", reason: "oth-int", until: CalendarDate("2027-01-01"))])
    }
}

/// The shape that a notice was read from.
@WireType
package struct NoticeSource: Described {
    /// eforms, ted, mapped, or statistics: rows of the national procurement statistics.
    package var dialect: String
    /// The schema and its version, or the name of the mapping.
    package var schema: String?
}

/// The notice that another one changes.
@WireType
package struct ChangedNotice: Described {
    /// Its id.
    package var id: String
    /// Its version, where stated.
    package var version: Int?
    /// The code of the reason (BT-140), such as cor-buy.
    package var reason: String?
}

/// The contract that a modification is about.
@WireType
package struct ModifiedContract: Described {
    /// The notice that told of the contract (BT-1501), as it is named: an id or a publication number.
    package var notice: String
    /// The parts of that notice that are modified, such as CON-0001; of TED's F20 the contracts' numbers.
    package var sections: [String] = []
    /// The id of that notice, where it is stored.
    package var id: String?
}

/// A text in one language.
@WireType
package struct TextVersion: Described {
    /// ISO 639-2/T, such as SWE; absent where not said.
    package var language: String?
    /// The text.
    package var text: String
}
