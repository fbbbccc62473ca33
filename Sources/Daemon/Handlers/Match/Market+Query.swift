import API
import Matching
import Procurement
import Store

// From what a caller names or describes to what the matcher is asked.
//
// Two of these are never inlined: where they are, Swift 6.3's optimiser makes one place of a typed and an untyped error,
// and its own check of the result ends the compiler (“swifterror value can only be loaded and stored from”).

extension Market {
    func query(_ need: NeedQuery, in store: Store) throws -> MatchQuery {
        switch need {
        case .category(let category): try query(category)
        case .challenge(let challenge): try query(challenge)
        case .notice(let notice): try query(notice, in: store)
        }
    }

    @inline(never)
    func query(_ category: CategoryQuery) throws -> MatchQuery {
        switch category {
        case .configured(let id): MatchQuery(try self.category(id))
        case .described(let description): try MatchQuery(description)
        }
    }

    @inline(never)
    func query(_ challenge: ChallengeQuery) throws -> MatchQuery {
        switch challenge {
        case .configured(let id): MatchQuery(try self.challenge(id))
        case .described(let description): try MatchQuery(description)
        }
    }

    func query(_ notice: API.NoticeQuery, in store: Store) throws -> MatchQuery {
        switch notice {
        case .described(let description): return try MatchQuery(description)
        case .stored(let id):
            guard let procurement = try store.pastProcurement(NoticeID(id)) else {
                throw NotFound(parameter: "notice.id", id: id, hint: "notices.find finds the ids that are stored")
            }
            return MatchQuery(procurement)
        }
    }
}
