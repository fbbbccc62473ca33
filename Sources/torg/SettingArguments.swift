import API
import ArgumentParser

/// For whom and where something is sought.
struct SettingArguments: ParsableArguments {
    @Option(help: ArgumentHelp("Who buys, by name or organisation number.", valueName: "name"))
    var buyer: String?

    @Option(help: ArgumentHelp("Where it is to be done, such as SE121.", valueName: "region"))
    var place: [String] = []

    @Flag(help: "Ask for no office: without the buyer and the place of the configuration.")
    var noOffice = false

    var query: BuyerQuery? { buyer.map(Self.query) ?? (noOffice ? BuyerQuery() : nil) }
    var nuts: [String]? { place.isEmpty ? (noOffice ? [] : nil) : place }

    /// What has digits and no letters is a number.
    static func query(_ buyer: String) -> BuyerQuery {
        let isNumber = buyer.contains(where: \.isNumber) && !buyer.contains { $0.isLetter && !"SE".contains($0) }
        return isNumber ? BuyerQuery(id: buyer) : BuyerQuery(name: buyer)
    }
}
