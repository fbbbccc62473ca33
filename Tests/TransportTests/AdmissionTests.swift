import JSON
import JSONRPC
import Synchronization
import Testing

@testable import Transport

@Suite struct AdmissionTests {
    /// Admits so many, each of which then waits for a request.
    private func fill(_ admission: Admission, _ count: Int, of user: UInt32, isKept: Bool = false) throws -> [Place] {
        try (0..<count).map { _ in
            let place = try admission.admit(user, isKept: isKept).get()
            place.wait(for: .request)
            return place
        }
    }

    @Test func placesAreKeptForRoot() throws {
        let admission = Admission(most: 8, mostPerUser: 8, kept: 2)
        let others = try fill(admission, 6, of: 1)
        #expect(throws: RPCError.self) { try admission.admit(1).get() }
        let root = try fill(admission, 2, of: 0, isKept: true)
        #expect(admission.total == 8)
        for place in root + others { admission.leave(place) }
        #expect(admission.total == 0)
    }

    /// Two users who took all there is make room for a third, who has none.
    @Test func idleConnectionsBeyondTheShareMakeRoom() throws {
        let admission = Admission(most: 12, mostPerUser: 6)
        let first = try fill(admission, 6, of: 1)
        let second = try fill(admission, 6, of: 2)
        let closed = Mutex<[Int]>([])
        for (number, place) in (first + second).enumerated() {
            place.closed { closed.withLock { $0.append(number) } }
        }
        // The share of three is four.
        for _ in 0..<4 { _ = try admission.admit(3).get() }
        #expect(throws: RPCError.self) { try admission.admit(3).get() }
        #expect(admission.total == 12)
        // Two of each, those that have waited longest.
        #expect(closed.withLock { $0.sorted() } == [0, 1, 6, 7])
        for place in first + second { admission.leave(place) }
        #expect(admission.total == 4)
    }

    @Test func whoIsServedIsNotClosed() throws {
        let admission = Admission(most: 4, mostPerUser: 4)
        let places = try fill(admission, 4, of: 1)
        for place in places { #expect(place.work()) }
        #expect(throws: RPCError.self) { try admission.admit(2).get() }
        places[2].wait(for: .message)
        _ = try admission.admit(2).get()
        #expect(!places[2].work())
        #expect(places[1].work())
    }

    /// What goes on for a client that has hung up is ended before anybody is closed who is still there.
    @Test func whoHasGoneKeepsNobodyOut() throws {
        let admission = Admission(most: 3, mostPerUser: 3)
        let places = try fill(admission, 3, of: 1)
        #expect(places[1].work())
        let ended = Mutex(0)
        places[1].cancelled { ended.withLock { $0 += 1 } }
        places[1].wait(for: .nobody)
        _ = try admission.admit(2).get()
        #expect(ended.withLock { $0 } == 1)
        #expect(places.map(\.isGivenAway) == [false, true, false])
        // What is begun for it afterwards is ended at once.
        places[1].cancelled { ended.withLock { $0 += 1 } }
        #expect(ended.withLock { $0 } == 2)
    }

    /// Half a message holds a place no better than none.
    @Test func idleOnesGoFirst() throws {
        let admission = Admission(most: 3, mostPerUser: 3)
        let places = try fill(admission, 3, of: 1)
        places[0].wait(for: .taking)
        places[1].wait(for: .message)
        _ = try admission.admit(2).get()
        #expect(places.map { $0.work() } == [true, true, false])
    }

    /// One user alone gets no more than there is by closing their own.
    @Test func nobodyMakesRoomForThemselves() throws {
        let admission = Admission(most: 4, mostPerUser: 4)
        _ = try fill(admission, 2, of: 1)
        _ = try fill(admission, 2, of: 2)
        #expect(throws: RPCError.self) { try admission.admit(1).get() }
    }
}
