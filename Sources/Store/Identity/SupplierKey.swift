import Procurement

/// What makes a supplier one supplier: its national number, else its name with legal form and country.
///
/// It never leaves the store: a number may be a personal number. `SupplierIDs` makes the id that everyone sees.
enum SupplierKey: Hashable, Sendable {
    case number(OrganisationNumber)
    /// `form` and `country` may be `?`: several are known under this name and nothing says which.
    case name(stem: String, form: String?, country: String?)

    /// The key as a row of `suppliers` keeps it.
    var text: String {
        switch self {
        case .number(let number): number.stored
        case .name(let stem, let form, let country): "\(stem)|\(form ?? "")|\(country ?? "")"
        }
    }

    /// Reads what `text` gave.
    init?(text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3 {
            self = .name(
                stem: parts[0], form: parts[1].isEmpty ? nil : parts[1], country: parts[2].isEmpty ? nil : parts[2])
        } else if let number = OrganisationNumber(stored: text) {
            self = .number(number)
        } else {
            return nil
        }
    }

    /// Several forms or countries are known under one name, and nothing says which is meant.
    static let ambiguous = "?"
}

extension OrganisationNumber {
    /// Country and number in one word, as columns keep it: `SE5568592918`.
    var stored: String { country + number }

    /// Reads what `stored` gave.
    init?(stored text: String) {
        guard text.utf8.count > 2 else { return nil }
        self.init(country: String(text.prefix(2)), number: String(text.dropFirst(2)))
    }
}
