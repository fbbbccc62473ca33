import JSONRPC

/// For whom and where something is sought.
package struct QuestionSetting: Described {
    package var buyer: BuyerQuery?
    package var nuts: [String]?

    package init(buyer: BuyerQuery? = nil, nuts: [String]? = nil) {
        self.buyer = buyer
        self.nuts = nuts
    }

    package static let notes = [
        "buyer": "Who buys.",
        "nuts": "Where it is to be done, such as SE121.",
    ]

    package static let bounds: [String: Bound] = ["nuts": .codes]
}
