/// A trade: what is bought in it, and who sells it.
struct Trade {
    let id: String
    let nameInEnglish: String
    let kind: Kind
    /// SNI 2007: code and label. The first is the usual one.
    let industries: [Industry]
    /// The codes that its suppliers put in the register.
    let cpv: [String]
    /// Words that its suppliers' names are made of.
    let nameWords: [String]
    /// What its suppliers say of themselves.
    let pitches: [String]
    let subjects: [Subject]
    /// What a contract is worth, in thousands of SEK.
    let value: ClosedRange<Int>
    /// True where suppliers seldom come from far away.
    let isLocal: Bool

    enum Kind: String {
        case services, supplies, works

        /// TED's NC_CONTRACT_NATURE.
        var tedCode: String {
            switch self {
            case .works: "1"
            case .supplies: "2"
            case .services: "4"
            }
        }
    }

    struct Industry {
        let sni: String
        let label: String

        init(_ sni: String, _ label: String) {
            self.sni = sni
            self.label = label
        }
    }

    /// The trades in the order in which everything else goes through them.
    static let all: [Trade] = transport + technology + works + care + goods
}

/// Something that is bought again and again.
struct Subject {
    let title: String
    /// A sentence or two.
    let description: String
    /// The main code first.
    let cpv: [String]
    let lots: [LotSubject]
    let goals: [Goal]

    init(_ title: String, _ description: String, cpv: [String], lots: [LotSubject] = [], goals: [Goal] = []) {
        self.title = title
        self.description = description
        self.cpv = cpv
        self.lots = lots
        self.goals = goals
    }
}

/// A part of a subject that is bought as a lot of its own.
struct LotSubject {
    let title: String
    let cpv: String

    init(_ title: String, _ cpv: String) {
        self.title = title
        self.cpv = cpv
    }
}

/// A strategic goal of eForms: the code of BT-06 and of the list that details it.
enum Goal: String {
    case climate = "clim-mitig"
    case circular = "circ-econ"
    case pollution = "pollu-prev"
    case adaptation = "clim-adapt"
    case opportunity = "opp"
    case conditions = "work-cond"
    case access = "acc-all"
    case novelty = "proc-innov"

    /// BT-06.
    var strategy: String {
        switch self {
        case .climate, .circular, .pollution, .adaptation: "env-imp"
        case .opportunity, .conditions, .access: "soc-obj"
        case .novelty: "inn-pur"
        }
    }

    /// BT-774, BT-775 or BT-776.
    var list: String {
        switch strategy {
        case "env-imp": "environmental-impact"
        case "soc-obj": "social-objective"
        default: "innovative-acquisition"
        }
    }
}
