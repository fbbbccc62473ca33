/// The categories of the configuration.
package enum CategoriesList: Method {
    package static let name = "categories.list"
    package static let summary = "Lists the configured categories."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    /// What came of it.
    package struct Result: Described {
        package var categories: [CategoryLine]

        package init(categories: [CategoryLine]) {
            self.categories = categories
        }

        package static let notes = [
            "categories": "The categories, in the order of the configuration."
        ]
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(categories: [
                CategoryLine(
                    id: "it", name: "IT", names: ["sv": "IT", "en": "IT"], cpv: ["72*", "48*"],
                    keywords: ["systemutveckling"],
                    owner: "it-inkop@ekby.example")
            ]))
    }
}

/// A field that the municipality buys in.
package struct CategoryLine: Described {
    package var id: String
    package var name: String
    package var names: SortedMap<String>
    package var cpv: [String]
    package var keywords: [String]
    package var owner: String?

    package init(
        id: String, name: String, names: SortedMap<String>, cpv: [String], keywords: [String] = [], owner: String? = nil
    ) {
        self.id = id
        self.name = name
        self.names = names
        self.cpv = cpv
        self.keywords = keywords
        self.owner = owner
    }

    package static let notes = [
        "id": "For match.category.",
        "name": "Its name, in Swedish where it has one.",
        "names": "Its names, by language.",
        "cpv": "CPV codes and patterns.",
        "keywords": "Words that belong to it.",
        "owner": "Who answers for it.",
    ]
}
