/// Writes `efac:Organizations`: the buyers, the court that hears appeals, and the winners.
struct EFormsOrganisationWriter {
    let purchase: Purchase
    let withWinners: Bool

    /// The winners in the order of the lots, each once.
    static func winners(of purchase: Purchase) -> [MadeSupplier] {
        var names: Set<String> = []
        return purchase.lots.flatMap(\.outcome.tenders).flatMap(\.suppliers).filter { names.insert($0.name).inserted }
    }

    /// `ORG-0005`: buyers first, then the court, then the winners.
    static func id(of winner: MadeSupplier, in purchase: Purchase) -> String {
        let place = winners(of: purchase).firstIndex { $0.name == winner.name } ?? 0
        return id(purchase.jointBuyers.count + 3 + place)
    }

    static func reference(_ id: String) -> Markup {
        Markup("cac:PartyIdentification") { Markup("cbc:ID", ["schemeName": "organization"], text: id) }
    }

    func markup() -> Markup {
        let buyers = [purchase.buyer] + purchase.jointBuyers
        return Markup("efac:Organizations") {
            for (index, buyer) in buyers.enumerated() {
                Markup("efac:Organization") {
                    Markup("efac:Company") {
                        Markup("cbc:WebsiteURI", "https://www.\(buyer.host)")
                        particulars(Self.id(index + 1), buyer.name, buyer.number.dashed, buyer.place)
                    }
                }
            }
            Markup("efac:Organization") {
                Markup("efac:Company") {
                    particulars(
                        Self.id(buyers.count + 1), "Förvaltningsrätten i Norrvika", MadeNumber.buyer(90).dashed,
                        .norrvika)
                }
            }
            // Where the winner is withheld, so are its particulars.
            if withWinners, purchase.feature != .withheldWinner {
                for winner in Self.winners(of: purchase) { organisation(of: winner) }
            }
        }
    }

    private static func id(_ number: Int) -> String { "ORG-00\(number < 10 ? "0" : "")\(number)" }

    private func organisation(of winner: MadeSupplier) -> Markup {
        Markup("efac:Organization") {
            if winner.isNaturalPerson { Markup("efbc:NaturalPersonIndicator", "true") }
            Markup("efac:Company") {
                Markup("efbc:CompanySizeCode", ["listName": "economic-operator-size"], text: winner.size.rawValue)
                particulars(
                    Self.id(of: winner, in: purchase), winner.name, number(of: winner), winner.place,
                    country: winner.country3)
            }
        }
    }

    /// Numbers as people write them: with a dash, as a VAT number, with a century.
    private func number(of winner: MadeSupplier) -> String? {
        guard let number = winner.number else { return winner.foreignNumber }
        return switch winner.name.utf8.count % 4 {
        case 0: number.vat
        case 1: number.digits
        case 2 where number.isPersonal: number.long
        default: number.dashed
        }
    }

    @MarkupBuilder private func particulars(
        _ id: String, _ name: String, _ number: String?, _ place: Place, country: String = "SWE"
    ) -> [Markup] {
        Self.reference(id)
        Markup("cac:PartyName") { Markup("cbc:Name", ["languageID": "SWE"], text: name) }
        Markup("cac:PostalAddress") {
            Markup("cbc:StreetName", "Påhittsgatan 1")
            Markup("cbc:CityName", place.town)
            Markup("cbc:PostalZone", place.postalCode)
            if country == "SWE" { Markup("cbc:CountrySubentityCode", ["listName": "nuts"], text: place.nuts) }
            Markup("cac:Country") { Markup("cbc:IdentificationCode", ["listName": "country"], text: country) }
        }
        if let number { Markup("cac:PartyLegalEntity") { Markup("cbc:CompanyID", number) } }
    }
}
