import JSONRPC

/// All that is known of one supplier.
package enum SuppliersGet: Method {
    package static let name = "suppliers.get"
    package static let summary = "Gives one supplier: its names, register entry and latest awards."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to do.
    package struct Parameters: Described {
        package var id: String
        package var unmask: Bool?
        package var reason: String?

        package init(id: String, unmask: Bool? = nil, reason: String? = nil) {
            self.id = id
            self.unmask = unmask
            self.reason = reason
        }

        package static let notes = [
            "id": "The id of the supplier.",
            "unmask":
                "True gives a sole trader's number as it is: for the role manager, with a reason, and recorded in the audit.",
            "reason": "Why the number is needed, in your own words, at most 500 characters; only with unmask.",
        ]

        package static let bounds: [String: Bound] = [
            "id": .id, "reason": .text(500),
        ]
    }

    /// What came of it.
    package struct Result: Described {
        package var supplier: SupplierDetail
        package var generation: Int

        package init(supplier: SupplierDetail, generation: Int) {
            self.supplier = supplier
            self.generation = generation
        }

        package static let notes = [
            "supplier": "The supplier.",
            "generation": "The generation of the data that answered.",
        ]
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
                            date: Day("2021-05-03"),
                            buyer: "Norrvika kommun", cpv: ["72200000"],
                            value: .stated(Amount(amount: "1250000.00", currency: "SEK")))
                    ]),
                generation: 7))
    }
}

/// One supplier, gathered from every notice that names it and from the register.
package struct SupplierDetail: Described {
    package var id: String
    package var name: String
    package var otherNames: [String]
    package var number: String?
    package var naturalPerson: Bool
    package var country: String?
    package var size: CompanySize?
    package var newcomer: Bool
    package var nuts: [String]
    package var register: RegisterEntry?
    package var awardCount: Int
    package var awards: [AwardLine]
    package var dialogue: ParticipationCounts

    package init(
        id: String, name: String, otherNames: [String] = [], number: String? = nil, naturalPerson: Bool,
        country: String? = nil, size: CompanySize? = nil, newcomer: Bool, nuts: [String] = [],
        register: RegisterEntry? = nil, awardCount: Int, awards: [AwardLine],
        dialogue: ParticipationCounts = ParticipationCounts(invited: 0, registered: 0, attended: 0)
    ) {
        self.id = id
        self.name = name
        self.otherNames = otherNames
        self.number = number
        self.naturalPerson = naturalPerson
        self.country = country
        self.size = size
        self.newcomer = newcomer
        self.nuts = nuts
        self.register = register
        self.awardCount = awardCount
        self.awards = awards
        self.dialogue = dialogue
    }

    package static let notes = [
        "id": "Its id. Never a personal number.",
        "name": "The name to show.",
        "otherNames": "Every other name seen, sorted.",
        "number": "Its organisation number; a personal number is masked. Absent when not known.",
        "naturalPerson": "True for a sole trader.",
        "country": "ISO 3166 alpha-2.",
        "size": "Absent when not known.",
        "newcomer": "True when it has no award in the data.",
        "nuts": "Its regions.",
        "register": "Its entry in the register; absent when it has none.",
        "awardCount": "How many awards it has in the data.",
        "awards": "The latest, at most 100.",
        "dialogue": "How often it was part of the dialogue.",
    ]
}

/// What the register says.
package struct RegisterEntry: Described {
    package var name: String
    package var size: CompanySize?
    package var sector: String?
    package var legalForm: String?
    package var sni: String?
    package var sniLabel: String?
    package var cpv: [String]
    package var nuts: [String]
    package var description: String?
    package var website: String?
    package var email: String?

    package init(
        name: String, size: CompanySize? = nil, sector: String? = nil, legalForm: String? = nil, sni: String? = nil,
        sniLabel: String? = nil, cpv: [String] = [], nuts: [String] = [], description: String? = nil,
        website: String? = nil, email: String? = nil
    ) {
        self.name = name
        self.size = size
        self.sector = sector
        self.legalForm = legalForm
        self.sni = sni
        self.sniLabel = sniLabel
        self.cpv = cpv
        self.nuts = nuts
        self.description = description
        self.website = website
        self.email = email
    }

    package static let notes = [
        "name": "The name in the register.",
        "size": "The size in the register.",
        "sector": "Such as Privat or Kommun.",
        "legalForm": "Such as Övriga aktiebolag.",
        "sni": "Industry by SNI 2007, two to five digits.",
        "sniLabel": "The industry in words.",
        "cpv": "CPV codes that it deals in.",
        "nuts": "Its regions.",
        "description": "What it says of itself.",
        "website": "Its website.",
        "email": "Its address for mail.",
    ]
}

/// One award in a list.
package struct AwardLine: Described {
    package var noticeId: String
    package var title: String
    package var date: Day?
    package var buyer: String?
    package var cpv: [String]
    package var lots: [String]
    package var value: Disclosure<Amount>?

    package init(
        noticeId: String, title: String, date: Day? = nil, buyer: String? = nil, cpv: [String] = [],
        lots: [String] = [], value: Disclosure<Amount>? = nil
    ) {
        self.noticeId = noticeId
        self.title = title
        self.date = date
        self.buyer = buyer
        self.cpv = cpv
        self.lots = lots
        self.value = value
    }

    package static let notes = [
        "noticeId": "For notices.get.",
        "title": "The title of the notice.",
        "date": "Its day; absent when the notice has none.",
        "buyer": "Who bought; absent when the notice does not say.",
        "cpv": "CPV codes of the notice, the main one first.",
        "lots": "The lots won, as the notice writes them.",
        "value": "The value of the award: an amount, withheld, or absent when not given.",
    ]
}
