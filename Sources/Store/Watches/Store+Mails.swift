import Foundation
import GRDB
import Procurement

/// Where somebody's news are mailed, how often, and in which language.
package struct Subscription: Sendable, Hashable {
    package var person: String
    package var address: String
    package var language: TextLanguage
    package var every: MailInterval

    package init(person: String, address: String, language: TextLanguage, every: MailInterval) {
        self.person = person
        self.address = address
        self.language = language
        self.every = every
    }
}

/// A mail that is to be handed to the machine's mailer, made of its news whenever it is asked for.
package struct PreparedMail: Sendable {
    package var id: Int64
    package var subscription: Subscription
    /// What stands between `<` and `>` of its Message-ID: the same however often it is handed over.
    package var message: String
    package var prepared: Date
    /// The latest first, as many as a mail holds.
    package var news: [StoredNews]
    /// How many news it stands for.
    package var count: Int
}

extension Store {
    /// Keeps where a person's news are mailed.
    package func subscribe(_ subscription: Subscription) throws(StoreError) {
        let at = timestamp
        try write { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO subscriptions (person, address, language, every, at) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    subscription.person, subscription.address, subscription.language.rawValue,
                    subscription.every.rawValue, at,
                ])
        }
    }

    /// `nil` where the person has never given an address.
    package func subscription(of person: String) throws(StoreError) -> Subscription? {
        try read { try Self.subscriptions($0, "person = ?", [person]).first }
    }

    /// Prepares a mail for each person who is due one and has news, and gives those that wait for the mailer.
    ///
    /// A person has one mail waiting at the most: news that come meanwhile go into the next. One whose news are all gone, or
    /// whose person wants none any more, is dropped.
    ///
    /// - Parameters:
    ///   - day: the day that it is where the people are.
    ///   - host: what the Message-IDs end in.
    ///   - most: at most so many mails, and `mostNews` news in each.
    package func prepareMails(
        on day: CalendarDate, host: String, most: Int = 100, mostNews: Int = 200
    ) throws(StoreError) -> [PreparedMail] {
        let at = timestamp
        return try write { database in
            for subscription in try Self.subscriptions(database, "every <> 'never'", []) {
                try Self.prepare(subscription, day, host, at, database)
            }
            try database.execute(
                sql: """
                    UPDATE mails SET handed = ? WHERE handed IS NULL AND (
                        NOT EXISTS (SELECT 1 FROM news WHERE mail = mails.id)
                        OR NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.person = mails.person AND s.every <> 'never'))
                    """, arguments: [at])
            let waiting = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, person, message, prepared, (SELECT count(*) FROM news WHERE mail = mails.id)
                    FROM mails WHERE handed IS NULL ORDER BY id LIMIT ?
                    """, arguments: [most])
            return try waiting.compactMap { row -> PreparedMail? in
                let (id, person): (Int64, String) = (try row[0], try row[1])
                guard let subscription = try Self.subscriptions(database, "person = ?", [person]).first else {
                    return nil
                }
                var query = NewsQuery(person: person)
                query.mail = id
                return try PreparedMail(
                    id: id, subscription: subscription, message: row[2], prepared: Date(stored: row[3]),
                    news: Self.news(database, query, before: .max, limit: mostNews), count: row[4])
            }
        }
    }

    /// Notes that the mailer has taken a mail.
    ///
    /// - Returns: whether it was waiting.
    package func noteHanded(_ mail: Int64) throws(StoreError) -> Bool {
        let at = timestamp
        return try write { database in
            try database.execute(
                sql: "UPDATE mails SET handed = ? WHERE id = ? AND handed IS NULL", arguments: [at, mail])
            return database.changesCount > 0
        }
    }

    private static func prepare(
        _ subscription: Subscription, _ day: CalendarDate, _ host: String, _ at: String, _ database: Database
    ) throws {
        let earlier = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT max(day), max(handed IS NULL) FROM mails WHERE person = ?
                    """), arguments: [subscription.person])
        if let earlier, let last: Int32 = try earlier[0] {
            if try earlier[1] as Bool { return }
            guard let next = subscription.every.next(after: CalendarDate(daysSinceEpoch: last)), next <= day else {
                return
            }
        }
        let hasNews = try Bool.fetchOne(
            database.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM news WHERE person = ? AND seen IS NULL AND mail IS NULL)"),
            arguments: [subscription.person])
        guard hasNews == true else { return }
        let token = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        try database.execute(
            sql: "INSERT INTO mails (person, message, day, prepared) VALUES (?, ?, ?, ?)",
            arguments: [subscription.person, "torg.\(token)@\(host)", day.daysSinceEpoch, at])
        try database.execute(
            sql: "UPDATE news SET mail = ? WHERE person = ? AND seen IS NULL AND mail IS NULL",
            arguments: [database.lastInsertedRowID, subscription.person])
    }

    private static func subscriptions(
        _ database: Database, _ condition: String, _ arguments: StatementArguments
    ) throws -> [Subscription] {
        try Row.fetchAll(
            database,
            sql: "SELECT person, address, language, every FROM subscriptions WHERE \(condition) ORDER BY person",
            arguments: arguments
        ).map { row in
            guard let language = TextLanguage(rawValue: try row[2]), let every = MailInterval(rawValue: try row[3])
            else {
                throw DamagedRow("a subscription can't be read")
            }
            return try Subscription(person: row[0], address: row[1], language: language, every: every)
        }
    }
}
