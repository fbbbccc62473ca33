import Procurement

/// Whose notices are stored: those of buyers in some countries.
package struct NoticeOrigin: Sendable {
    /// ISO 3166 alpha-2; empty: all.
    private let countries: Set<String>

    package init(countries: [String]) { self.countries = Set(countries) }

    /// A notice whose buyers' countries aren't told is admitted, and one that any buyer in these countries has part in.
    func admits(_ outcome: FeedOutcome) -> Bool {
        guard !countries.isEmpty, case .notice(let notice, _) = outcome else { return true }
        let known = notice.buyers.compactMap(notice.organisation).compactMap { buyer in
            buyer.country.flatMap(CountryCode.alpha2)
                ?? buyer.nationalIDs.lazy.compactMap { OrganisationNumber($0)?.country }.first
        }
        return known.isEmpty || known.contains { countries.contains($0) }
    }
}
