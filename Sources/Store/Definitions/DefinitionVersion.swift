import Foundation
import Procurement

/// One version of a definition, as it is kept: whole, with who made it, when and why.
package struct DefinitionVersion<Definition: OfficeDefinition>: Sendable, Hashable {
    package var definition: Definition
    /// From 1 for each id.
    package var version: Int
    /// Whether it is out of use from this version on.
    package var isRetired: Bool
    /// In the words of whoever made it; of a definition that was taken over from a file, the file's path.
    package var reason: String
    package var by: String
    package var at: Date
}

/// What is to become of one definition.
package struct DefinitionChange<Definition: OfficeDefinition>: Sendable, Hashable {
    package var definition: Definition
    package var isRetired: Bool
    /// The version that it was made from: 0 for one that is new, `nil` over whatever is there.
    package var basedOn: Int?

    package init(_ definition: Definition, isRetired: Bool = false, basedOn: Int?) {
        self.definition = definition
        self.isRetired = isRetired
        self.basedOn = basedOn
    }
}
