/// A place that isn't on any map. Its postal code is one that isn't given out: real ones end with 984 99.
struct Place: Hashable {
    let town: String
    let postalCode: String
    /// A real region, so that distances between regions mean something.
    let nuts: String

    static let norrvika = Place(town: "Norrvika", postalCode: "999 10", nuts: "SE313")
    static let tallforsa = Place(town: "Tallforsa", postalCode: "999 20", nuts: "SE313")
    static let alvmora = Place(town: "Älvmora", postalCode: "999 30", nuts: "SE312")
    static let sundhamra = Place(town: "Sundhamra", postalCode: "999 40", nuts: "SE321")
    static let storsjovalla = Place(town: "Storsjövalla", postalCode: "999 50", nuts: "SE322")
    static let kungsmala = Place(town: "Kungsmåla", postalCode: "999 60", nuts: "SE110")
    static let upplinge = Place(town: "Upplinge", postalCode: "999 70", nuts: "SE121")
    static let vastanvik = Place(town: "Västanvikstad", postalCode: "999 80", nuts: "SE232")

    static let all = [norrvika, tallforsa, alvmora, sundhamra, storsjovalla, kungsmala, upplinge, vastanvik]

    /// How near two places are: 3 the same region of level 3, 2 of level 2, 1 of level 1, else 0.
    func nearness(to other: Place) -> Int {
        if nuts == other.nuts { return 3 }
        if nuts.prefix(4) == other.nuts.prefix(4) { return 2 }
        return nuts.prefix(3) == other.nuts.prefix(3) ? 1 : 0
    }
}
