import struct Store.NoticeQuery
import enum Store.NoticeStanding

/// The store's question for notices. See `StoredCounts` for why it needs a name of its own here.
typealias StoredNoticeQuery = NoticeQuery

/// Whether a stored notice counts, by the store.
typealias StoredNoticeStanding = NoticeStanding
