import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct FunnelTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory { FakeClock.start }
        func won(_ id: NoticeID, _ date: String, _ name: String, _ number: String) -> Notice {
            Samples.notice(id, date: date, winners: [Samples.organisation("W", name, number: number)])
        }
        try store.take(
            won("a", "2023-02-01", "Kodverket AB", "5568592918"), won("b", "2023-08-01", "Kodverket AB", "5568592918"),
            won("c", "2023-11-01", "Rena Golv AB", "5560360793"))
    }

    private func event(_ date: String?, kind: EventKind = .meeting) throws -> Int64 {
        try store.createEvent(
            DialogueEvent(kind: kind, name: "Träff", date: date.flatMap { CalendarDate($0) }, by: "anna")
        ).id
    }

    private func invite(_ companies: [GuestCompany], to event: Int64) throws -> [Int64] {
        try #require(try store.invite(companies, to: event, by: "anna")).guests.map(\.id)
    }

    private static let buyer = "SE2120003005"

    @Test func whatCameAfterwardsIsFound() throws {
        let id = try event("2023-06-01")
        let guests = try invite(
            [
                GuestCompany(supplier: "SE5568592918"), GuestCompany(supplier: "SE5560360793"),
                GuestCompany(name: "Okänd AB"),
            ], to: id)
        _ = try store.attend(guests[0], at: id, attended: true, by: "anna")
        let courses = try store.funnel(FunnelQuery(buyer: Self.buyer))
        let companies = try #require(courses.courses.first).companies
        #expect(companies.map(\.supplier) == ["SE5568592918", "SE5560360793", nil])
        #expect(companies.map(\.won) == [CalendarDate("2023-08-01"), CalendarDate("2023-11-01"), nil])
        #expect(companies.map(\.tendered) == companies.map(\.won), "a win is a tender too")
        #expect(companies.map(\.came) == [true, nil, nil])
        #expect(companies.allSatisfy { $0.isInvited && !$0.isRegistered })
        #expect(courses.winsThrough == CalendarDate("2023-11-01"))
        #expect(courses.tendersThrough == nil, "no statistics, no tenders")
    }

    /// Of another buyer nothing is known, and that is not that nobody won.
    @Test func ofABuyerThatNoNoticeNamesNothingIsKnown() throws {
        _ = try invite([GuestCompany(supplier: "SE5568592918")], to: try event("2023-06-01"))
        let other = try store.funnel(FunnelQuery(buyer: "SE2120000142"))
        #expect(other.courses[0].companies[0].won == nil && other.winsThrough == nil)
        #expect(try store.funnel(FunnelQuery()).courses[0].companies[0].won == CalendarDate("2023-08-01"))
    }

    @Test func eventsAreFoundByKindAndDayTheLatestFirst() throws {
        let (old, new, undated) = (try event("2022-01-01"), try event("2023-06-01"), try event(nil))
        _ = try event("2023-01-01", kind: .council)
        func ids(_ query: FunnelQuery) throws -> [Int64] { try store.funnel(query).courses.map(\.event.id) }
        #expect(try ids(FunnelQuery(kind: .meeting)) == [new, old, undated])
        #expect(try ids(FunnelQuery(kind: .meeting, from: CalendarDate("2023-01-01"))) == [new])
        #expect(try ids(FunnelQuery(kind: .meeting, to: CalendarDate("2022-12-31"))) == [old])
        #expect(try ids(FunnelQuery(kind: .meeting, limit: 1)) == [new])
    }

    /// Who is a guest twice, by name and later by number, is one company.
    @Test func aCompanyCountsOnce() throws {
        let id = try event("2023-06-01")
        _ = try store.register(GuestCompany(supplier: "SE5568592918"), for: id, by: "web")
        try store.write {
            try $0.execute(
                sql: """
                    INSERT INTO guests (event, key, name, number) VALUES (\(id), 'f:kodverket', 'Kodverket', 'SE5568592918')
                    """)
        }
        let companies = try store.funnel(FunnelQuery()).courses[0].companies
        #expect(companies.count == 1 && companies[0].isRegistered && !companies[0].isInvited)
    }
}
