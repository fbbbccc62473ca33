import JSONRPC

/// Which suppliers may be in the answer. What is absent excludes no one.
package struct SupplierFilter: Described {
    package var size: [CompanySize]?
    package var nuts: [String]?
    package var includeUnknownPlace: Bool?
    package var country: [String]?
    package var newcomers: Bool?
    package var exclude: [String]?

    package init(
        size: [CompanySize]? = nil, nuts: [String]? = nil, includeUnknownPlace: Bool? = nil, country: [String]? = nil,
        newcomers: Bool? = nil, exclude: [String]? = nil
    ) {
        self.size = size
        self.nuts = nuts
        self.includeUnknownPlace = includeUnknownPlace
        self.country = country
        self.newcomers = newcomers
        self.exclude = exclude
    }

    package static let notes = [
        "size": "Only suppliers of these sizes. micro, small and medium include those known only as sme.",
        "nuts":
            "Only suppliers in these regions or below them, such as SE12 or SE121; those without a known place are left out.",
        "includeUnknownPlace": "True: suppliers without a known place pass nuts. Default false.",
        "country":
            "Only suppliers of these countries, in ISO 3166 alpha-2 such as SE; those of no known country are left out.",
        "newcomers": "True: only suppliers without any award. False: only suppliers with one.",
        "exclude": "Ids of suppliers to leave out.",
    ]

    package static let bounds: [String: Bound] = [
        "size": .choices, "nuts": .codes, "country": .codes, "exclude": .ids,
    ]
}
