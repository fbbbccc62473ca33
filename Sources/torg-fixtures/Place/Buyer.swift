/// A contracting authority that doesn't exist.
struct Buyer: Hashable {
    /// eForms BT-11 and TED's CA_TYPE.
    enum LegalType: String {
        case localAuthority = "la"
        case regionalAuthority = "ra"
        case publicUndertaking = "pub-undert-la"
        case localBody = "body-pl-la"
    }

    let name: String
    let number: MadeNumber
    let place: Place
    let legalType: LegalType
    /// The trades it buys in, by id; empty: all.
    let trades: [String]

    /// The utilities directive for the water and energy company, else the classic one.
    var legalBasis: String { legalType == .publicUndertaking ? "32014L0025" : "32014L0024" }

    var host: String { Slug.of(name) + ".example" }

    static let all: [Buyer] = [
        Buyer(name: "Norrvika kommun", number: .buyer(1), place: .norrvika, legalType: .localAuthority, trades: []),
        Buyer(name: "Tallforsa kommun", number: .buyer(2), place: .tallforsa, legalType: .localAuthority, trades: []),
        Buyer(name: "Älvmora kommun", number: .buyer(3), place: .alvmora, legalType: .localAuthority, trades: []),
        Buyer(name: "Sundhamra kommun", number: .buyer(4), place: .sundhamra, legalType: .localAuthority, trades: []),
        Buyer(
            name: "Norrvikahem AB", number: .buyer(5), place: .norrvika, legalType: .localBody,
            trades: ["tak", "stad", "arkitekt", "laddstolpar", "park", "telefoni"]),
        Buyer(
            name: "Norrvika Vatten och Energi AB", number: .buyer(6), place: .norrvika, legalType: .publicUndertaking,
            trades: ["va", "it", "fordon", "laddstolpar", "asfalt"]),
        Buyer(
            name: "Region Norrvika", number: .buyer(7), place: .norrvika, legalType: .regionalAuthority,
            trades: ["sjukvardsmaterial", "bemanning", "it", "telefoni", "fordon", "livsmedel"]),
    ]

    func buys(_ trade: Trade) -> Bool { trades.isEmpty || trades.contains(trade.id) }
}
