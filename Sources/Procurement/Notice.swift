/// One published notice, whatever its dialect: what was bought, by whom, in which lots, and who won.
package struct Notice: Sendable, Hashable, Codable {
    package var id: NoticeID
    /// BT-757; 1 where a dialect has no versions.
    package var version: Int
    package var source: NoticeSource
    /// The number under which it was published: `00665431-2023`, `2016/S 106-188692`.
    package var publicationNumber: String?
    package var procedureID: ProcedureID?
    /// The notice that this one changes or corrects, with its version where stated (BT-758).
    package var changes: ChangedNotice?
    /// Of a contract modification: the contract that it modifies (BT-1501), where it says so.
    package var modifies: ModifiedContract?
    package var purpose: NoticePurpose
    /// The code of the type: BT-02 (`can-standard`), or TED's form (`F03`).
    package var type: String?
    /// eForms subtype (`29`, `E4`, national `N…` kept as written).
    package var subtype: String?
    /// The languages of the original, ISO 639-2/T in upper case, the main one first.
    package var languages: [String]
    package var issued: CalendarDate?
    package var published: CalendarDate?
    package var title: LocalizedText
    package var description: LocalizedText
    package var organisations: [Organisation]
    package var buyers: [OrganisationID]
    package var procedure: Procedure
    package var kind: ContractKind?
    /// The main code first, then the additional ones, without repeats.
    package var cpv: [CPVCode]
    package var nuts: [NUTSCode]
    /// Of results the total (BT-161), else the most that their frameworks may come to (BT-118); otherwise, and where
    /// neither is given, the estimate (BT-27), else a framework's maximum (BT-271).
    package var value: Disclosed<Money>
    package var lots: [Lot]
    package var awards: [Award]
    /// Of a notice that is made of the statistics: what it is made of, who lost included.
    package var tendering: Tendering?
    /// Every field that the notice says it withholds (eForms FieldsPrivacy), also those without a place above.
    package var withheld: [Withholding]

    package init(id: NoticeID, version: Int = 1, source: NoticeSource, purpose: NoticePurpose) {
        self.id = id
        self.version = version
        self.source = source
        self.purpose = purpose
        languages = []
        title = []
        description = []
        organisations = []
        buyers = []
        procedure = Procedure()
        cpv = []
        nuts = []
        value = .missing
        lots = []
        awards = []
        withheld = []
    }

    /// The day it counts from: issued, else published.
    package var date: CalendarDate? { issued ?? published }

    package func organisation(_ id: OrganisationID) -> Organisation? { organisations.first { $0.id == id } }
}

/// The shape that a notice was read from.
package struct NoticeSource: Sendable, Hashable, Codable {
    package enum Dialect: String, Sendable, Hashable, Codable, CaseIterable {
        case eForms = "eforms"
        case ted
        case mapped
        /// Rows of Upphandlingsmyndigheten's statistics, made a notice of the result (`Tendering.notice`).
        case statistics
    }

    package var dialect: Dialect
    /// CustomizationID (`eforms-sdk-1.10`), the TED schema (`R2.0.9.S01`), or the mapping's name (`tendsign`).
    package var schema: String?

    package init(dialect: Dialect, schema: String? = nil) {
        self.dialect = dialect
        self.schema = schema
    }
}

package enum NoticePurpose: String, Sendable, Hashable, Codable, CaseIterable {
    /// Prior information, buyer profile, market consultation.
    case planning
    case competition
    /// Voluntary ex-ante transparency: a contract about to be awarded without a call.
    case directAward = "direct-award"
    /// Results, whether anyone won or not.
    case result
    case contractModification = "contract-modification"
    /// TED's F14 corrigendum and the like: text about another notice.
    case correction
    case other
}

package struct ChangedNotice: Sendable, Hashable, Codable {
    package var id: NoticeID
    package var version: Int?
    /// The code of the reason (BT-140), such as `cor-buy` or `cancel`.
    package var reason: String?

    package init(id: NoticeID, version: Int? = nil, reason: String? = nil) {
        self.id = id
        self.version = version
        self.reason = reason
    }
}

/// The contract that a modification is about, as the modification names it.
package struct ModifiedContract: Sendable, Hashable, Codable {
    /// The notice that told of the contract (BT-1501): its id or its publication number.
    package var notice: NoticeID
    /// The parts of that notice that are modified (BT-1501(s), such as `CON-0001`; of TED's F20 the contracts' numbers).
    package var sections: [String]

    package init(notice: NoticeID, sections: [String] = []) {
        self.notice = notice
        self.sections = sections
    }
}

/// Services, supplies or works (BT-23).
package enum ContractKind: String, Sendable, Hashable, Codable, CaseIterable {
    case services, supplies, works
}

/// How it was bought.
package struct Procedure: Sendable, Hashable, Codable {
    /// BT-105 (`open`, `restricted`, `neg-w-call`, `oth-single` …). TED's kinds are brought to the same codes.
    package var type: String?
    package var isAccelerated: Bool?
    /// BT-765 (`none`, `fa-wo-rc`, `fa-w-rc`, `fa-mix`); TED's bare FRAMEWORK is `fa`. Nil: nothing said.
    package var framework: String?
    /// BT-766 (`none`, `dps-nlist`, `dps-list`); TED's bare DPS is `dps`.
    package var dynamicPurchasingSystem: String?
    /// The legal basis (BT-01), such as `32014L0024`.
    package var legalBasis: String?

    package init(
        type: String? = nil, isAccelerated: Bool? = nil, framework: String? = nil,
        dynamicPurchasingSystem: String? = nil, legalBasis: String? = nil
    ) {
        self.type = type
        self.isAccelerated = isAccelerated
        self.framework = framework
        self.dynamicPurchasingSystem = dynamicPurchasingSystem
        self.legalBasis = legalBasis
    }
}
