import JSON
import JSONRPC

/// The categories that are in use.
package enum CategoriesList: Method {
    package static let name = "categories.list"
    package static let summary = "Lists the categories in use, and those out of use where they are asked for."
    package static let role = Role.reader

    /// Which ones.
    @WireType
    package struct Parameters: Described {
        /// Whether those out of use are listed too.
        package var retired: Bool?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The categories, in the order of the file, or that in which they first came to the store.
        package var categories: [CategoryLine]
        /// The file that has them, which torg.yaml names; absent where the store does and they can be saved.
        package var file: String?
    }

    package static var example: Example<Self> {
        Example(
            Parameters(),
            gives: Result(categories: [
                CategoryLine(
                    id: "it", name: "IT", names: ["sv": "IT", "en": "IT"], cpv: ["72*", "48*"],
                    keywords: ["systemutveckling"],
                    owner: "it-inkop@ekby.example", version: 3)
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
    /// The number of its latest version, to base a change on; absent where a file has it, and in a version of a history.
    package var version: Int?
    /// True where it is out of use; absent where it is in use.
    package var retired: Bool?
}
