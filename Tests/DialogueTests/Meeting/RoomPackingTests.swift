import Containers
import DialogueSupport
import Testing

@testable import Dialogue

@Suite struct RoomPackingTests {
    @Test(arguments: 0..<300) func findsRoomsExactlyWhenThereAreSomeAndTheSmallestExtensionOtherwise(
        seed: Int
    ) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let stations = (0..<random.among(1...6)).map { _ in random.among(1...6) }
        let rooms = (0..<random.among(1...3)).map { _ in random.among(1...10) }
        var packing = RoomPacking(stations: stations, rooms: rooms)
        let placed = packing.solve()
        #expect((placed != nil) == Self.fits(stations[...], rooms))
        #expect(!packing.wasCutShort)
        if let placed {
            var free = rooms
            for (station, room) in zip(stations, placed) { free[room] -= station }
            #expect(free.allSatisfy { $0 >= 0 })
        } else {
            let (room, seats) = try #require(packing.smallestExtension())
            var larger = rooms
            larger[room] += seats
            #expect(Self.fits(stations[...], larger))
            for index in rooms.indices {
                var smaller = rooms
                smaller[index] += seats - 1
                #expect(!Self.fits(stations[...], smaller))
            }
        }
    }

    private static func fits(_ stations: ArraySlice<Int>, _ free: [Int]) -> Bool {
        guard let station = stations.first else { return true }
        return free.indices.contains { room in
            guard free[room] >= station else { return false }
            var rest = free
            rest[room] -= station
            return fits(stations.dropFirst(), rest)
        }
    }
}
