import JSON
import JSONRPC
import Procurement

/// A party as the notice describes it.
@WireType
package struct NoticeOrganisation: Described {
    /// Its name within the notice.
    package var id: String
    /// Its name, by language.
    package var name: [TextVersion]
    /// Its national numbers; a personal number is masked.
    package var numbers: [String] = []
    /// ISO 3166 alpha-2.
    package var country: String?
    /// Its region.
    package var nuts: String?
    /// Its town.
    package var city: String?
    /// Its website.
    package var website: String?
    /// Absent when not said.
    package var size: SupplierSize?
    /// True where the notice says so; absent where it says nothing.
    package var naturalPerson: Bool?
    /// The supplier that it was taken for; absent for who is none.
    package var supplierId: String?
}

/// How something is bought.
@WireType
package struct ProcedureDetail: Described {
    /// BT-105, such as open.
    package var type: String?
    /// Whether the times were shortened.
    package var accelerated: Bool?
    /// BT-765, such as fa-wo-rc; fa where no more is said.
    package var framework: String?
    /// BT-766, such as dps-list.
    package var dynamicPurchasingSystem: String?
    /// BT-01, such as 32014L0024.
    package var legalBasis: String?
}

/// One lot.
@WireType
package struct LotDetail: Described {
    /// Its name within the notice.
    package var id: String
    /// lot, group or part.
    package var role: String
    /// Its title, by language.
    package var title: [TextVersion] = []
    /// Its description, by language.
    package var description: [TextVersion] = []
    /// Services, supplies or works.
    package var kind: ContractKind?
    /// CPV codes, the main one first.
    package var cpv: [String] = []
    /// Where it is done.
    package var nuts: [String] = []
    /// Its estimated value.
    package var value: Disclosure<Amount>?
    /// The last day for tenders.
    package var deadline: CalendarDate?
    /// BT-726; absent where not said.
    package var suitableForSmes: Bool?
    /// Its strategic goals.
    package var goals: [StrategicGoal] = []
}

/// A strategic goal of a lot.
@WireType
package struct StrategicGoal: Described {
    /// The list, such as strategic-procurement (BT-06).
    package var list: String
    /// The code, such as env-imp.
    package var code: String
}

/// One decision about one or more lots.
@WireType
package struct AwardDetail: Described {
    /// The lots that it settles; empty for the whole.
    package var lots: [String] = []
    /// awarded, no-winner, open or unstated.
    package var outcome: String
    /// True where the names of the winners are withheld.
    package var winnersWithheld: Bool?
    /// Why nobody won (BT-144).
    package var reason: String?
    /// Who won: ids in organisations; several for a consortium.
    package var winners: [String] = []
    /// The value of the contract.
    package var value: Disclosure<Amount>?
    /// How many tenders came in.
    package var tendersReceived: Disclosure<Int>?
    /// The day of the contract.
    package var concluded: CalendarDate?
    /// The day it ends.
    package var ends: CalendarDate?
    /// The title of the contract, by language.
    package var title: [TextVersion] = []
    /// The number of the contract.
    package var contractNumber: String?
}

/// A field that the publisher withholds (eForms FieldsPrivacy).
@WireType
package struct Withholding: Described {
    /// The eForms code of the field, such as win-ten-val.
    package var field: String?
    /// The code of the reason (BT-197), such as oth-int.
    package var reason: String?
    /// The day from which it may be published.
    package var until: CalendarDate?
}
