import PersonalNumbers

/// A definition that the office makes and changes over time: a category or a challenge.
package protocol OfficeDefinition: Sendable, Hashable, Codable {
    /// The kind that it is of.
    static var kind: DefinitionKind { get }

    /// Its id, as it stands on the wire and in files.
    var key: String { get }

    /// The same with something else in the place of each text that people write.
    func mappingTexts(_ change: (String) -> String) -> Self
}

/// The kinds of definitions that an office has.
package enum DefinitionKind: String, Sendable, Hashable, CaseIterable {
    case category, challenge

    /// The name of all of them, as methods, files and keys of the configuration have it: `categories`.
    package var plural: String {
        switch self {
        case .category: "categories"
        case .challenge: "challenges"
        }
    }
}

extension OfficeDefinition {
    /// The same without personal numbers in any text.
    package var withoutPersonalNumbers: Self { mappingTexts { $0.withoutPersonalNumbers } }
}

extension Category: OfficeDefinition {
    package static var kind: DefinitionKind { .category }
    package var key: String { id.rawValue }

    package func mappingTexts(_ change: (String) -> String) -> Category {
        Category(
            id: id, name: name.mapValues(change), cpv: cpv, keywords: keywords.map(change), owner: owner.map(change))
    }
}

extension Challenge: OfficeDefinition {
    package static var kind: DefinitionKind { .challenge }
    package var key: String { id.rawValue }

    package func mappingTexts(_ change: (String) -> String) -> Challenge {
        Challenge(
            id: id, name: name.mapValues(change), text: change(text), cpv: cpv, goals: goals, owner: owner.map(change))
    }
}
