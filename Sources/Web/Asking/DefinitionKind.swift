import API
import JSONRPC
import Procurement
import Transport

/// What is defined, and how the daemon is asked for it.
enum DefinitionKind: String, Sendable {
    case category, challenge

    /// How many versions a page shows.
    private static let shown: Limit = 50

    /// The definition in force, the file that has it where one does, and its versions, the latest first.
    func current(_ visit: Visit) async throws -> (draft: DefinitionDraft?, file: String?, versions: [DefinitionState]) {
        switch self {
        case .category:
            let list = try await visit.call(CategoriesList.self, CategoriesList.Parameters(retired: true))
            let line = list.categories.first { $0.id == visit.id }
            return (
                line.map { DefinitionDraft($0, isRetired: $0.retired ?? false) }, list.file, try await versions(visit)
            )
        case .challenge:
            let list = try await visit.call(ChallengesList.self, ChallengesList.Parameters(retired: true))
            let line = list.challenges.first { $0.id == visit.id }
            return (
                line.map { DefinitionDraft($0, isRetired: $0.retired ?? false) }, list.file, try await versions(visit)
            )
        }
    }

    /// None where the store has never had it.
    private func versions(_ visit: Visit) async throws -> [DefinitionState] {
        do {
            switch self {
            case .category:
                let parameters = CategoriesHistory.Parameters(id: visit.id, limit: Self.shown)
                return try await visit.daemon.call(CategoriesHistory.self, parameters).versions.map {
                    DefinitionState(
                        draft: DefinitionDraft($0.category, isRetired: $0.retired), version: $0.version,
                        reason: $0.reason, by: $0.by, at: $0.at)
                }
            case .challenge:
                let parameters = ChallengesHistory.Parameters(id: visit.id, limit: Self.shown)
                return try await visit.daemon.call(ChallengesHistory.self, parameters).versions.map {
                    DefinitionState(
                        draft: DefinitionDraft($0.challenge, isRetired: $0.retired), version: $0.version,
                        reason: $0.reason, by: $0.by, at: $0.at)
                }
            }
        } catch RPCClientError.remote(let answer) where answer.code == .notFound {
            return []
        }
    }

    func preview(_ draft: DefinitionDraft, _ visit: Visit) async throws -> DefinitionEffect {
        switch self {
        case .category:
            try await visit.daemon.call(
                CategoriesPreview.self,
                CategoriesPreview.Parameters(
                    category: draft.category(visit.id), retired: draft.isRetired, limit: 20, language: visit.language))
        case .challenge:
            try await visit.daemon.call(
                ChallengesPreview.self,
                ChallengesPreview.Parameters(
                    challenge: draft.challenge(visit.id), retired: draft.isRetired, limit: 20,
                    language: visit.language))
        }
    }

    /// - Returns: the number of the latest version.
    func save(
        _ draft: DefinitionDraft, reason: String, basedOn: Int?, _ visit: Visit
    ) async throws -> Int {
        switch self {
        case .category:
            try await visit.daemon.call(
                CategoriesSave.self,
                CategoriesSave.Parameters(
                    category: draft.category(visit.id), reason: reason, basedOn: basedOn, retired: draft.isRetired)
            ).version.version
        case .challenge:
            try await visit.daemon.call(
                ChallengesSave.self,
                ChallengesSave.Parameters(
                    challenge: draft.challenge(visit.id), reason: reason, basedOn: basedOn, retired: draft.isRetired)
            ).version.version
        }
    }
}
