import JSON
import JSONRPC

/// The categories of the configuration.
package enum CategoriesList: Method {
    package static let name = "categories.list"
    package static let summary = "Lists the configured categories."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The categories, in the order of the configuration.
        package var categories: [CategoryLine]
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
@WireType
package struct CategoryLine: Described {
    /// For match.category.
    package var id: String
    /// Its name, in Swedish where it has one.
    package var name: String
    /// Its names, by language.
    package var names: SortedMap<String>
    /// CPV codes and patterns.
    package var cpv: [String]
    /// Words that belong to it.
    package var keywords: [String] = []
    /// Who answers for it.
    package var owner: String?
}
