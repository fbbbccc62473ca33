/// A party as the notice describes it.
package struct NoticeOrganisation: Described {
    package var id: String
    package var name: [TextVersion]
    package var numbers: [String]
    package var country: String?
    package var nuts: String?
    package var city: String?
    package var website: String?
    package var size: CompanySize?
    package var naturalPerson: Bool?
    package var supplierId: String?

    package init(
        id: String, name: [TextVersion], numbers: [String] = [], country: String? = nil, nuts: String? = nil,
        city: String? = nil, website: String? = nil, size: CompanySize? = nil, naturalPerson: Bool? = nil,
        supplierId: String? = nil
    ) {
        self.id = id
        self.name = name
        self.numbers = numbers
        self.country = country
        self.nuts = nuts
        self.city = city
        self.website = website
        self.size = size
        self.naturalPerson = naturalPerson
        self.supplierId = supplierId
    }

    package static let notes = [
        "id": "Its name within the notice.",
        "name": "Its name, by language.",
        "numbers": "Its national numbers; a personal number is masked.",
        "country": "ISO 3166 alpha-2.",
        "nuts": "Its region.",
        "city": "Its town.",
        "website": "Its website.",
        "size": "Absent when not said.",
        "naturalPerson": "True where the notice says so; absent where it says nothing.",
        "supplierId": "The supplier that it was taken for; absent for who is none.",
    ]
}

/// How something is bought.
package struct ProcedureDetail: Described {
    package var type: String?
    package var accelerated: Bool?
    package var framework: String?
    package var dynamicPurchasingSystem: String?
    package var legalBasis: String?

    package init(
        type: String? = nil, accelerated: Bool? = nil, framework: String? = nil, dynamicPurchasingSystem: String? = nil,
        legalBasis: String? = nil
    ) {
        self.type = type
        self.accelerated = accelerated
        self.framework = framework
        self.dynamicPurchasingSystem = dynamicPurchasingSystem
        self.legalBasis = legalBasis
    }

    package static let notes = [
        "type": "BT-105, such as open.",
        "accelerated": "Whether the times were shortened.",
        "framework": "BT-765, such as fa-wo-rc; fa where no more is said.",
        "dynamicPurchasingSystem": "BT-766, such as dps-list.",
        "legalBasis": "BT-01, such as 32014L0024.",
    ]
}

/// One lot.
package struct LotDetail: Described {
    package var id: String
    package var role: String
    package var title: [TextVersion]
    package var description: [TextVersion]
    package var kind: ContractKind?
    package var cpv: [String]
    package var nuts: [String]
    package var value: Disclosure<Amount>?
    package var deadline: Day?
    package var suitableForSmes: Bool?
    package var goals: [StrategicGoal]

    package init(
        id: String, role: String, title: [TextVersion] = [], description: [TextVersion] = [], kind: ContractKind? = nil,
        cpv: [String] = [], nuts: [String] = [], value: Disclosure<Amount>? = nil, deadline: Day? = nil,
        suitableForSmes: Bool? = nil, goals: [StrategicGoal] = []
    ) {
        self.id = id
        self.role = role
        self.title = title
        self.description = description
        self.kind = kind
        self.cpv = cpv
        self.nuts = nuts
        self.value = value
        self.deadline = deadline
        self.suitableForSmes = suitableForSmes
        self.goals = goals
    }

    package static let notes = [
        "id": "Its name within the notice.",
        "role": "lot, group or part.",
        "title": "Its title, by language.",
        "description": "Its description, by language.",
        "kind": "Services, supplies or works.",
        "cpv": "CPV codes, the main one first.",
        "nuts": "Where it is done.",
        "value": "Its estimated value.",
        "deadline": "The last day for tenders.",
        "suitableForSmes": "BT-726; absent where not said.",
        "goals": "Its strategic goals.",
    ]
}

/// A strategic goal of a lot.
package struct StrategicGoal: Described {
    package var list: String
    package var code: String

    package init(list: String, code: String) {
        self.list = list
        self.code = code
    }

    package static let notes = [
        "list": "The list, such as strategic-procurement (BT-06).",
        "code": "The code, such as env-imp.",
    ]
}

/// One decision about one or more lots.
package struct AwardDetail: Described {
    package var lots: [String]
    package var outcome: String
    package var winnersWithheld: Bool?
    package var reason: String?
    package var winners: [String]
    package var value: Disclosure<Amount>?
    package var tendersReceived: Disclosure<Int>?
    package var concluded: Day?
    package var ends: Day?
    package var title: [TextVersion]
    package var contractNumber: String?

    package init(
        lots: [String] = [], outcome: String, winnersWithheld: Bool? = nil, reason: String? = nil,
        winners: [String] = [], value: Disclosure<Amount>? = nil, tendersReceived: Disclosure<Int>? = nil,
        concluded: Day? = nil, ends: Day? = nil, title: [TextVersion] = [], contractNumber: String? = nil
    ) {
        self.lots = lots
        self.outcome = outcome
        self.winnersWithheld = winnersWithheld
        self.reason = reason
        self.winners = winners
        self.value = value
        self.tendersReceived = tendersReceived
        self.concluded = concluded
        self.ends = ends
        self.title = title
        self.contractNumber = contractNumber
    }

    package static let notes = [
        "lots": "The lots that it settles; empty for the whole.",
        "outcome": "awarded, no-winner, open or unstated.",
        "winnersWithheld": "True where the names of the winners are withheld.",
        "reason": "Why nobody won (BT-144).",
        "winners": "Who won: ids in organisations; several for a consortium.",
        "value": "The value of the contract.",
        "tendersReceived": "How many tenders came in.",
        "concluded": "The day of the contract.",
        "ends": "The day it ends.",
        "title": "The title of the contract, by language.",
        "contractNumber": "The number of the contract.",
    ]
}

/// A field that the publisher withholds (eForms FieldsPrivacy).
package struct Withholding: Described {
    package var field: String?
    package var reason: String?
    package var until: Day?

    package init(field: String? = nil, reason: String? = nil, until: Day? = nil) {
        self.field = field
        self.reason = reason
        self.until = until
    }

    package static let notes = [
        "field": "The eForms code of the field, such as win-ten-val.",
        "reason": "The code of the reason (BT-197), such as oth-int.",
        "until": "The day from which it may be published.",
    ]
}
