import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct ContentDigestTests {
    private static let winner = Samples.organisation("W", "Rena Golv AB", number: "5568592918")

    @Test func everyKindOfContentIsInIt() throws {
        let folder = try TemporaryFolder()
        let register = try folder.write("name,size\nRegistrerad AB,small\n", to: "register.csv")
        let store = try Store.inMemory()
        var digests = [try store.contentDigest()]
        let steps: [(Store) throws -> Void] = [
            { try $0.take(Samples.notice("a", winners: [Self.winner])) },
            { try $0.take(Samples.notice("a", version: 2, winners: [Self.winner])) },
            { try $0.take(Samples.notice("a", version: 2, title: "Annan", winners: [Self.winner])) },
            { try $0.take(Samples.notice("b", changes: "a")) },
            { _ = try $0.importRegister(path: register) },
            { store in
                let refusal = Refusal(reason: "not-xml", detail: "-", position: FeedPosition(file: "/f.xml"))
                try store.importOutcomes([.refusal(refusal)], into: try store.beginImport(paths: []))
            },
        ]
        for step in steps {
            try step(store)
            digests.append(try store.contentDigest())
        }
        #expect(Set(digests).count == steps.count + 1)
        #expect(digests.allSatisfy { $0.utf8.count == 64 })
    }

    @Test func timesPlacesAndImportsAreNotInIt() throws {
        let digests = try [0.0, 1_000_000.0].map { time in
            let store = try Store.inMemory(now: { Date(timeIntervalSince1970: time) })
            for _ in 0..<Int(time / 500_000) { _ = try store.beginImport(paths: ["/elsewhere"]) }
            let id = try store.beginImport(paths: ["/f"])
            let position = FeedPosition(file: "/feeds/\(time).xml", line: Int(time))
            try store.importOutcomes([.notice(Samples.notice("a", winners: [Self.winner]), at: position)], into: id)
            return try store.contentDigest()
        }
        #expect(digests[0] == digests[1])
    }
}
