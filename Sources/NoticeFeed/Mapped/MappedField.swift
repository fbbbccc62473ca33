import Procurement

/// What a field's text is read as.
enum FieldKind: Sendable, Hashable {
    case text
    /// Text in a language; several elements are several versions.
    case words
    case integer
    case date
    /// One of these codes.
    case code([String])
    /// A word for yes or no.
    case answer
    /// Said by the element's being there, unless it says no.
    case flag
    case cpv
    case nuts
    case amount
    /// ISO 4217.
    case currency

    var isCode: Bool {
        if case .code = self { true } else { false }
    }
}

/// The fields that one group of a mapping file may have. `rawValue` is the key in the file.
protocol MappedField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    var kind: FieldKind { get }
    /// True where every value found counts, not the first alone.
    var isList: Bool { get }
    /// Without these the group says nothing.
    static var required: [Self] { get }
}

enum NoticeField: String, MappedField {
    case id, version, procedure, purpose, type, subtype, language, issued, published, deadline, title, description, kind
    case cpv, nuts, value, accelerated, framework, changes
    case publicationNumber = "publication-number"
    case changesReason = "changes-reason"
    case valueCurrency = "value-currency"
    case valueWithheld = "value-withheld"
    case procedureType = "procedure-type"
    case dynamicPurchasingSystem = "dynamic-purchasing-system"
    case legalBasis = "legal-basis"

    static let required: [NoticeField] = [.id, .title]

    var kind: FieldKind {
        switch self {
        case .id, .procedure, .type, .subtype, .language, .changes, .changesReason, .publicationNumber, .legalBasis:
            .text
        case .title, .description: .words
        case .version: .integer
        case .issued, .published, .deadline: .date
        case .purpose: .code(NoticePurpose.allCases.map(\.rawValue))
        case .kind: .code(ContractKind.allCases.map(\.rawValue))
        case .procedureType: .code(MappedCodes.procedureTypes)
        case .framework: .code(["none", "fa", "fa-wo-rc", "fa-w-rc", "fa-mix"])
        case .dynamicPurchasingSystem: .code(["none", "dps", "dps-nlist", "dps-list"])
        case .accelerated: .answer
        case .valueWithheld: .flag
        case .cpv: .cpv
        case .nuts: .nuts
        case .value: .amount
        case .valueCurrency: .currency
        }
    }

    var isList: Bool { self == .cpv || self == .nuts || self == .language }
}

enum PartyField: String, MappedField {
    case name, number, country, nuts, city, website, size
    case postalCode = "postal-code"
    case naturalPerson = "natural-person"

    static let required: [PartyField] = [.name]

    var kind: FieldKind {
        switch self {
        case .number, .country, .city, .postalCode, .website: .text
        case .name: .words
        case .nuts: .nuts
        case .size: .code(SupplierSize.allCases.map(\.rawValue))
        case .naturalPerson: .answer
        }
    }

    var isList: Bool { self == .number }
}

enum LotField: String, MappedField {
    case id, title, description, kind, cpv, nuts, value, deadline
    case valueCurrency = "value-currency"
    case valueWithheld = "value-withheld"
    case suitableForSMEs = "suitable-for-smes"

    static let required: [LotField] = []

    var kind: FieldKind {
        switch self {
        case .id: .text
        case .title, .description: .words
        case .kind: .code(ContractKind.allCases.map(\.rawValue))
        case .cpv: .cpv
        case .nuts: .nuts
        case .value: .amount
        case .valueCurrency: .currency
        case .valueWithheld: .flag
        case .deadline: .date
        case .suitableForSMEs: .answer
        }
    }

    var isList: Bool { self == .cpv || self == .nuts }
}

enum AwardField: String, MappedField {
    case lots, title, value, tenders, concluded, ends
    case contractNumber = "contract-number"
    case valueCurrency = "value-currency"
    case valueWithheld = "value-withheld"
    case tendersWithheld = "tenders-withheld"
    case winnersWithheld = "winners-withheld"
    case noWinner = "no-winner"
    case noWinnerReason = "no-winner-reason"

    static let required: [AwardField] = []

    var kind: FieldKind {
        switch self {
        case .lots, .contractNumber, .noWinnerReason: .text
        case .title: .words
        case .tenders: .integer
        case .concluded, .ends: .date
        case .value: .amount
        case .valueCurrency: .currency
        case .valueWithheld, .tendersWithheld, .winnersWithheld, .noWinner: .flag
        }
    }

    var isList: Bool { self == .lots }
}

enum MappedCodes {
    /// BT-105, the code list procurement-procedure-type.
    static let procedureTypes = [
        "open", "restricted", "neg-w-call", "neg-wo-call", "comp-dial", "innovation", "oth-single", "oth-mult",
        "comp-tend", "exp-int-rail",
    ]
}
