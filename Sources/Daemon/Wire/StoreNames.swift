import struct Store.NoticeQuery

/// The store's question for notices. See `StoredCounts` for why it needs a name of its own here.
typealias StoredNoticeQuery = NoticeQuery
