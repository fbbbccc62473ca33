/// One notice as it was read. Members that the notice does not give are absent; values that it withholds say so.
package struct NoticeDetail: Described {
    package var id: String
    package var version: Int
    package var source: NoticeSource
    package var publicationNumber: String?
    package var procedureId: String?
    package var changes: ChangedNotice?
    package var modifies: ModifiedContract?
    package var purpose: NoticePurpose
    package var type: String?
    package var subtype: String?
    package var languages: [String]
    package var issued: Day?
    package var published: Day?
    package var title: [TextVersion]
    package var description: [TextVersion]
    package var organisations: [NoticeOrganisation]
    package var buyers: [String]
    package var procedure: ProcedureDetail
    package var kind: ContractKind?
    package var cpv: [String]
    package var nuts: [String]
    package var value: Disclosure<Amount>?
    package var lots: [LotDetail]
    package var awards: [AwardDetail]
    package var withheld: [Withholding]

    package init(
        id: String, version: Int, source: NoticeSource, publicationNumber: String? = nil, procedureId: String? = nil,
        changes: ChangedNotice? = nil, modifies: ModifiedContract? = nil, purpose: NoticePurpose, type: String? = nil,
        subtype: String? = nil,
        languages: [String] = [], issued: Day? = nil, published: Day? = nil, title: [TextVersion] = [],
        description: [TextVersion] = [], organisations: [NoticeOrganisation] = [], buyers: [String] = [],
        procedure: ProcedureDetail = ProcedureDetail(), kind: ContractKind? = nil, cpv: [String] = [],
        nuts: [String] = [], value: Disclosure<Amount>? = nil, lots: [LotDetail] = [], awards: [AwardDetail] = [],
        withheld: [Withholding] = []
    ) {
        self.id = id
        self.version = version
        self.source = source
        self.publicationNumber = publicationNumber
        self.procedureId = procedureId
        self.changes = changes
        self.modifies = modifies
        self.purpose = purpose
        self.type = type
        self.subtype = subtype
        self.languages = languages
        self.issued = issued
        self.published = published
        self.title = title
        self.description = description
        self.organisations = organisations
        self.buyers = buyers
        self.procedure = procedure
        self.kind = kind
        self.cpv = cpv
        self.nuts = nuts
        self.value = value
        self.lots = lots
        self.awards = awards
        self.withheld = withheld
    }

    package static let notes = [
        "id": "What the publisher calls it.",
        "version": "Its version, from 1.",
        "source": "The shape that it was read from.",
        "publicationNumber": "The number under which it was published.",
        "procedureId": "The procedure that several notices share.",
        "changes": "The notice that this one changes.",
        "modifies": "Of a contract modification: the contract that it modifies. It is no win of its own.",
        "purpose": "What it is for.",
        "type": "The code of its type: BT-02, or the form of TED.",
        "subtype": "The eForms subtype.",
        "languages": "Languages of the original, ISO 639-2/T, the main one first.",
        "issued": "The day it was issued.",
        "published": "The day it was published.",
        "title": "Its title, by language.",
        "description": "Its description, by language.",
        "organisations": "Everyone it names.",
        "buyers": "Who buys: ids in organisations.",
        "procedure": "How it is bought.",
        "kind": "Services, supplies or works.",
        "cpv": "CPV codes, the main one first.",
        "nuts": "Where it is done.",
        "value": "The value of the whole.",
        "lots": "Its lots.",
        "awards": "What was decided.",
        "withheld": "Every field that it withholds.",
    ]

    static var example: NoticeDetail {
        NoticeDetail(
            id: "0422cc77-a2d2-4aca-927c-d28aa9347937", version: 1,
            source: NoticeSource(dialect: "eforms", schema: "eforms-sdk-1.10"),
            procedureId: "52a1f5a0-6c3e-4a52-9a3f-1d0c6a2b7e11", purpose: .result, type: "can-standard",
            languages: ["SWE"], issued: Day("2021-05-03"),
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
            value: .withheld(Withholding(field: "not-val", reason: "oth-int", until: Day("2027-01-01"))),
            lots: [
                LotDetail(
                    id: "LOT-0001", role: "lot", title: [TextVersion(text: "Utveckling")], cpv: ["72200000"],
                    value: .stated(Amount(amount: "1250000.00", currency: "SEK")), suitableForSmes: true,
                    goals: [StrategicGoal(list: "strategic-procurement", code: "inn-pur")])
            ],
            awards: [
                AwardDetail(
                    lots: ["LOT-0001"], outcome: "awarded", winners: ["ORG-0002"], tendersReceived: .stated(4),
                    concluded: Day("2021-05-01"))
            ],
            withheld: [Withholding(field: "not-val", reason: "oth-int", until: Day("2027-01-01"))])
    }
}

/// The shape that a notice was read from.
package struct NoticeSource: Described {
    package var dialect: String
    package var schema: String?

    package init(dialect: String, schema: String? = nil) {
        self.dialect = dialect
        self.schema = schema
    }

    package static let notes = [
        "dialect": "eforms, ted or mapped.",
        "schema": "The schema and its version, or the name of the mapping.",
    ]
}

/// The notice that another one changes.
package struct ChangedNotice: Described {
    package var id: String
    package var version: Int?
    package var reason: String?

    package init(id: String, version: Int? = nil, reason: String? = nil) {
        self.id = id
        self.version = version
        self.reason = reason
    }

    package static let notes = [
        "id": "Its id.",
        "version": "Its version, where stated.",
        "reason": "The code of the reason (BT-140), such as cor-buy.",
    ]
}

/// The contract that a modification is about.
package struct ModifiedContract: Described {
    package var notice: String
    package var sections: [String]
    package var id: String?

    package init(notice: String, sections: [String] = [], id: String? = nil) {
        self.notice = notice
        self.sections = sections
        self.id = id
    }

    package static let notes = [
        "notice": "The notice that told of the contract (BT-1501), as it is named: an id or a publication number.",
        "sections":
            "The parts of that notice that are modified, such as CON-0001; of TED's F20 the contracts' numbers.",
        "id": "The id of that notice, where it is stored.",
    ]
}

/// A text in one language.
package struct TextVersion: Described {
    package var language: String?
    package var text: String

    package init(language: String? = nil, text: String) {
        self.language = language
        self.text = text
    }

    package static let notes = [
        "language": "ISO 639-2/T, such as SWE; absent where not said.",
        "text": "The text.",
    ]
}
