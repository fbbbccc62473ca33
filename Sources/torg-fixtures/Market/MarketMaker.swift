/// Makes the 150 suppliers: nine in each of the sixteen trades, a few more where a trade is large.
struct MarketMaker {
    /// Places that only these names know.
    private static let stems = [
        "Bäverdalens", "Rimtorps", "Kråkvinkelns", "Fjällglimtens", "Ljusåns", "Gråstensbackens", "Dimviks",
        "Blåklintens", "Nordanskens", "Solvändans", "Myrstigens", "Trollbäckens", "Sju Tallars", "Vintergatans",
        "Hjortronmyrens", "Näverkontens", "Kolmilans", "Tjärdalens", "Lingonrisets", "Uvbergets",
    ]
    private static let firstNames = [
        "Torvald", "Signhild", "Ragnmund", "Alvina", "Birgerta", "Hjalle", "Ylvira", "Embrik",
    ]
    private static let lastNames = ["Norrvikare", "Tallforsing", "Myrblom", "Sköldmark", "Rimfrostell", "Kottelin"]

    private var chance: SeededChance
    private var names: Set<String> = []
    private var sequence = 0

    init(seed: UInt64) { chance = SeededChance(seed: seed, topic: "market") }

    /// All suppliers, in the order of the trades.
    static func suppliers(seed: UInt64) -> [MadeSupplier] {
        var maker = MarketMaker(seed: seed)
        // One more for each trade but the last ten.
        return Trade.all.enumerated().flatMap { index, trade in
            (0..<(index < 6 ? 10 : 9)).map { maker.supplier(in: trade, rank: $0) }
        }
    }

    private mutating func supplier(in trade: Trade, rank: Int) -> MadeSupplier {
        sequence += 1
        let form = legalForm(rank: rank)
        // The first ones of a trade are at home, so that the buyers' own region has somebody to choose.
        let place = rank < 4 ? [Place.norrvika, .tallforsa, .alvmora, .sundhamra][rank] : chance.one(of: Place.all)
        let size = size(form: form, rank: rank)
        let country = form == .foreign ? (sequence.isMultiple(of: 2) ? "FI" : "NO") : "SE"
        let number = number(form: form)
        return MadeSupplier(
            name: name(in: trade, form: form, place: place, country: country),
            number: number,
            foreignNumber: form == .foreign ? "\(country) 4990\(1000 + sequence)" : nil,
            country: country,
            trade: trade,
            place: place,
            size: size,
            legalForm: form,
            industry: chance.happens(60) ? trade.industries[0] : chance.one(of: trade.industries),
            cpv: Array(trade.cpv.dropFirst(chance.below(2)).prefix(chance.within(1...3))),
            nuts: reach(from: place, size: size),
            pitch: chance.one(of: trade.pitches),
            // Two of each trade are newcomers.
            strength: [9, 6, 4, 4, 3, 2, 2, 0, 0, 2][rank])
    }

    private mutating func legalForm(rank: Int) -> MadeSupplier.LegalForm {
        switch rank {
        case 0, 1: .limited
        case 5 where chance.happens(65): .soleTrader
        case 8 where chance.happens(25): .soleTrader
        default:
            [.limited, .partnership, .cooperative, .publicLimited, .foreign][chance.place(in: [74, 10, 7, 5, 4])]
        }
    }

    private mutating func size(form: MadeSupplier.LegalForm, rank: Int) -> MadeSupplier.Size {
        switch form {
        case .soleTrader: .micro
        case .publicLimited, .foreign: .large
        default: [.micro, .small, .medium, .large][chance.place(in: rank == 0 ? [0, 2, 5, 3] : [4, 4, 2, 1])]
        }
    }

    private mutating func number(form: MadeSupplier.LegalForm) -> MadeNumber? {
        switch form {
        case .foreign: nil
        case .soleTrader: .soleTrader(year: chance.within(45...89), sequence)
        default: .supplier(sequence)
        }
    }

    private mutating func name(
        in trade: Trade, form: MadeSupplier.LegalForm, place: Place, country: String
    ) -> String {
        while true {
            let word = chance.one(of: trade.nameWords)
            let stem =
                form == .soleTrader
                ? "\(chance.one(of: Self.firstNames)) \(chance.one(of: Self.lastNames))"
                : chance.happens(35) ? place.town : chance.one(of: Self.stems)
            // Two firms that differ in their legal form alone would be namesakes, and hard to tell apart.
            guard names.insert("\(stem) \(word)").inserted else { continue }
            switch form {
            case .limited: return chance.happens(12) ? "Aktiebolaget \(stem) \(word)" : "\(stem) \(word) AB"
            case .publicLimited: return "\(stem) \(word) AB (publ)"
            case .partnership: return "\(stem) \(word) \(chance.happens(50) ? "HB" : "KB")"
            case .cooperative: return "\(stem) \(word) ekonomisk förening"
            case .soleTrader: return "\(stem) \(word)"
            case .foreign: return "\(stem) \(word) \(country == "FI" ? "Oy" : "AS")"
            }
        }
    }

    /// Where it says that it works.
    private mutating func reach(from place: Place, size: MadeSupplier.Size) -> [String] {
        switch size {
        case .large: ["SE"]
        case .medium: [place.nuts, chance.one(of: Place.all.filter { $0.nuts != place.nuts }).nuts]
        case .small, .micro: [place.nuts]
        }
    }
}
