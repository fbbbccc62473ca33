import API
import JSONRPC
import Procurement
import Sheets

/// What suppliers are ranked for on a page: the first part of its address, and how the daemon is asked.
enum RankingKind: String, Sendable {
    case category, challenge
    case notice = "fits"

    /// The list that the address of a visit asks for.
    ///
    /// - Parameter keeps: whether the answer is kept as a record.
    func ask(_ visit: Visit, keeps: Bool = false) async throws -> RankedSuppliers {
        var options = try visit.options()
        if keeps { options.keep = true }
        return try await ask(visit, options)
    }

    /// The same list by other options.
    func ask(_ visit: Visit, _ options: MatchOptions) async throws -> RankedSuppliers {
        switch self {
        case .category: try await visit.call(MatchCategory.self, category(visit, options))
        case .challenge: try await visit.call(MatchChallenge.self, challenge(visit, options))
        case .notice: try await visit.call(MatchNotice.self, notice(visit, options))
        }
    }

    /// The list as the file that is asked for; `nil` where the page is.
    func file(_ visit: Visit, _ result: RankedSuppliers) async throws -> Answer? {
        guard visit.file != nil else { return nil }
        let (options, name) = (try visit.options(), visit.id)
        switch self {
        case .category:
            return try await visit.file(MatchCategory.self, category(visit, options), result, name: name)
        case .challenge:
            return try await visit.file(MatchChallenge.self, challenge(visit, options), result, name: name)
        case .notice: return try await visit.file(MatchNotice.self, notice(visit, options), result, name: name)
        }
    }

    private func category(_ visit: Visit, _ options: MatchOptions) -> MatchCategory.Parameters {
        MatchCategory.Parameters(
            category: .configured(visit.id), buyer: visit.buyer, nuts: visit.places, options: options)
    }

    private func challenge(_ visit: Visit, _ options: MatchOptions) -> MatchChallenge.Parameters {
        MatchChallenge.Parameters(
            challenge: .configured(visit.id), buyer: visit.buyer, nuts: visit.places, options: options)
    }

    private func notice(_ visit: Visit, _ options: MatchOptions) -> MatchNotice.Parameters {
        MatchNotice.Parameters(notice: .stored(id: visit.id), options: options)
    }

    /// The need as the question about one supplier takes it.
    func need(_ id: String) -> NeedQuery {
        switch self {
        case .category: .category(.configured(id))
        case .challenge: .challenge(.configured(id))
        case .notice: .notice(.stored(id: id))
        }
    }

    /// What the ranking is called, in a language.
    func title(_ visit: Visit, in language: TextLanguage) async throws -> String {
        switch self {
        case .category:
            let line = try await visit.call(CategoriesList.self, .init()).categories.first { $0.id == visit.id }
            return line.map { $0.names[language.rawValue] ?? $0.name } ?? visit.id
        case .challenge:
            let line = try await visit.call(ChallengesList.self, .init()).challenges.first { $0.id == visit.id }
            return line.map { $0.names[language.rawValue] ?? $0.name } ?? visit.id
        case .notice:
            let notice = try await visit.call(NoticesGet.self, NoticesGet.Parameters(id: visit.id)).notice
            return visit.text(notice.title) ?? visit.id
        }
    }
}
