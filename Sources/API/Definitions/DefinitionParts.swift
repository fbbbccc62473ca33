import JSON
import JSONRPC
import Procurement

/// A category as it is saved.
@WireType
package struct CategoryDefinition: Described {
    /// A short word for the command line and the wire: a-z, 0-9 and -, beginning with a letter.
    @Within(.id) package var id: String
    /// Its names by language, each two letters. sv must be there, and is read; the others are labels.
    @Within(.map(20, of: .name)) package var names: SortedMap<String>
    /// CPV codes and patterns, such as 72200000 and 722*. One of cpv and keywords must say something.
    @Within(.codes) package var cpv: [String]?
    /// Words that suppliers and notices of the field use, each as one thing that is bought.
    @Within(.list(1000, of: .name)) package var keywords: [String]?
    /// Who answers for it: a role or a mailbox, no person's name.
    @Within(.name) package var owner: String?

    static var example: CategoryDefinition {
        CategoryDefinition(
            id: "it", names: ["sv": "IT", "en": "IT"], cpv: ["72*", "48*"], keywords: ["systemutveckling"],
            owner: "it-inkop@ekby.example")
    }
}

/// A challenge as it is saved.
@WireType
package struct ChallengeDefinition: Described {
    /// A short word for the command line and the wire: a-z, 0-9 and -, beginning with a letter.
    @Within(.id) package var id: String
    /// Its names by language, each two letters. sv must be there; all are labels.
    @Within(.map(20, of: .name)) package var names: SortedMap<String>
    /// The need in words, which is what is matched.
    @Within(.text) package var text: String
    /// CPV codes and patterns that it is about.
    @Within(.codes) package var cpv: [String]?
    /// Codes of strategic goals, such as env-imp.
    @Within(.codes) package var goals: [String]?
    /// Who answers for it: a role or a mailbox, no person's name.
    @Within(.name) package var owner: String?

    static var example: ChallengeDefinition {
        ChallengeDefinition(
            id: "fossilfria-transporter", names: ["sv": "Fossilfria transporter", "en": "Fossil-free transport"],
            text: "Transporter utan fossila bränslen", cpv: ["60*"], goals: ["env-imp"])
    }
}

/// One version of a category, whole.
@WireType
package struct CategoryVersion: Described {
    /// As it was from then on.
    package var category: CategoryLine
    /// Its number, from 1 for each id: what the next change is based on.
    package var version: Int
    /// Whether it is out of use from then on.
    package var retired: Bool
    /// Why, in the words of whoever saved it; the file's path where it was taken over from a file.
    package var reason: String
    /// The user who saved it.
    package var by: String
    /// When it was saved.
    package var at: Moment

    static var example: CategoryVersion {
        var category = CategoriesList.example.result.categories[0]
        category.version = nil
        return CategoryVersion(
            category: category, version: 3, retired: false,
            reason: "Molntjänster hör hit sedan i våras.", by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}

/// One version of a challenge, whole.
@WireType
package struct ChallengeVersion: Described {
    /// As it was from then on.
    package var challenge: ChallengeLine
    /// Its number, from 1 for each id: what the next change is based on.
    package var version: Int
    /// Whether it is out of use from then on.
    package var retired: Bool
    /// Why, in the words of whoever saved it; the file's path where it was taken over from a file.
    package var reason: String
    /// The user who saved it.
    package var by: String
    /// When it was saved.
    package var at: Moment

    static var example: ChallengeVersion {
        var challenge = ChallengesList.example.result.challenges[0]
        challenge.version = nil
        return ChallengeVersion(
            challenge: challenge, version: 2, retired: true,
            reason: "Fullmäktige har lagt ned målet.", by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}

/// A version by its number.
@WireType
package struct DefinitionReference: Described {
    /// The id of the category or the challenge.
    package var id: String
    /// Its number.
    package var version: Int
    /// Whether it is out of use from then on.
    package var retired: Bool
}

/// What came of a list of definitions that was taken in: all of it or none.
@WireType
package struct DefinitionImport: Described {
    /// The new versions, in the order given; those that are out of use now come last.
    package var saved: [DefinitionReference]
    /// How many were as they were already.
    package var unchanged: Int
    /// The ids in use that the list doesn't have, and that stay as they are.
    package var others: [String]
    /// The entry that says so; absent where nothing was changed.
    package var dossier: DossierReference?

    static var example: DefinitionImport {
        DefinitionImport(
            saved: [DefinitionReference(id: "it", version: 3, retired: false)], unchanged: 14, others: ["telefoni"],
            dossier: DossierReference(id: "categories", sequence: 43, hash: DossierReference.example.hash))
    }
}
