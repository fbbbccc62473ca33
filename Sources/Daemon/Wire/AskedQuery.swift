import API
import JSON
import JSONRPC
import Matching
import Procurement

/// A question with the buyer and the places that it is asked for.
struct AskedQuery {
    var query: MatchQuery
    /// What was taken of them; nil without any.
    let setting: QuestionSetting?

    /// - Parameters:
    ///   - buyer: in place of the question's own.
    ///   - nuts: in place of the question's own.
    ///   - place: where the member stands, for the error.
    /// - Throws: `RPCError` for a region that there isn't.
    init(
        _ query: MatchQuery, buyer: BuyerQuery?, nuts: [String]?, in snapshot: IndexSnapshot, at place: String = "nuts"
    ) throws(RPCError) {
        var query = query
        // An empty one says that nobody in particular buys.
        let buyer = buyer == BuyerQuery() ? nil : buyer
        if let buyer {
            query.buyerName = buyer.name
            query.buyerKey = buyer.id.map(MatchQuery.buyerKey) ?? buyer.name.flatMap { snapshot.buyerKey(named: $0) }
        }
        if let nuts, !nuts.isEmpty { query.nuts = try Codes.nuts(nuts, at: place) }
        self.query = query
        setting =
            buyer == nil && nuts?.isEmpty != false
            ? nil
            : QuestionSetting(
                buyer: buyer, nuts: nuts?.isEmpty == false ? query.nuts.map(\.code) : nil)
    }

    /// Sentences on what in the question is not known; nil where all is.
    func remarks(in snapshot: IndexSnapshot, _ language: TextLanguage?) -> [String]? {
        let language = language ?? .en
        var remarks: [String] = []
        if let buyer = setting?.buyer, !(query.buyerKey.map(snapshot.knowsBuyer) ?? false) {
            let name = buyer.name ?? buyer.id ?? ""
            let hasPlace = setting?.nuts != nil
            remarks.append(
                language.pick(
                    sv: "\(name) finns inte bland köparna i underlaget; svaret tar bara hänsyn till namnet"
                        + (hasPlace ? " och platsen." : "."),
                    en: "\(name) is not among the buyers in the data; the answer regards its name"
                        + (hasPlace ? " and the place only." : " only.")))
        }
        let codes = snapshot.unknownCodes(of: query)
        if !codes.isEmpty {
            let list = codes.prefix(10).joined(separator: ", ")
            remarks.append(
                language.pick(
                    sv: "Ingen kodlista och ingen upphandling har CPV \(list).",
                    en: "No code list and no procurement has CPV \(list)."))
        }
        return remarks.isEmpty ? nil : remarks
    }
}

extension MatchQuery {
    /// A buyer's key by its number as it is written.
    static func buyerKey(_ number: String) -> String {
        OrganisationNumber(number).map { "\($0.country)\($0.number)" } ?? number
    }
}
