import JSON
import JSONRPC

/// Saves a category.
package enum CategoriesSave: Method {
    package static let name = "categories.save"
    package static let summary =
        "Saves a category as a new version, with who, when and why: a new one, a change, out of use or in use again. It holds at "
        + "once. Not allowed where torg.yaml names the file that has them."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to save.
    @WireType
    package struct Parameters: Described {
        /// The category, whole.
        package var category: CategoryDefinition
        /// Why, in your own words. Personal numbers are taken out, here and in the category.
        @Within(.line) package var reason: String
        /// The version that the change is made from; left out for one that is new. Where it isn't the latest any more, nothing
        /// is saved, and the error says who changed it meanwhile.
        @Within(.number) package var basedOn: Int?
        /// Whether it is out of use from now on; where nothing is said it is in use.
        package var retired: Bool?
    }

    /// What was saved.
    @WireType
    package struct Result: Described {
        /// The latest version.
        package var version: CategoryVersion
        /// False where all was so already, and no version was made.
        package var changed: Bool
        /// The entry that says so, in the dossier that is called categories; absent where nothing was changed.
        package var dossier: DossierReference?
    }

    package static var example: Example<Self> {
        let version = CategoryVersion.example
        return Example(
            Parameters(
                category: CategoryDefinition.example, reason: version.reason, basedOn: version.version - 1),
            gives: Result(
                version: version, changed: true,
                dossier: DossierReference(id: "categories", sequence: 43, hash: DossierReference.example.hash)))
    }
}
