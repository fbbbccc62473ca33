import Procurement
import Testing

@Suite struct CPVDivisionTests {
    @Test func allFortyFiveAreNamedInBothLanguages() {
        let labels = CPVDivision.labels
        #expect(labels.count == 45)
        #expect(Set(labels.map(\.code.division)).count == 45)
        #expect(labels.map(\.code) == labels.map(\.code).sorted())
        for label in labels {
            #expect(label.code.depth == 2)
            #expect(label.english?.isEmpty == false)
            #expect(label.swedish?.isEmpty == false)
        }
        #expect(Set(labels.map(\.english)).count == 45)
        #expect(Set(labels.map(\.swedish)).count == 45)
    }

    @Test func aCodeLiesInTheDivisionOfItsFirstTwoDigits() throws {
        let code = try #require(CPVCode("60130000"))
        #expect(CPVDivision.label(of: code)?.swedish == "Transporter (utom avfallstransport)")
        #expect(CPVDivision.label(of: try #require(CPVCode("03111000")))?.code.description == "03000000")
        #expect(CPVDivision.label(of: try #require(CPVCode("99000000"))) == nil)
    }

    @Test func branchesGoUpToTheDivision() throws {
        let code = try #require(CPVCode("72212000"))
        #expect(code.branches.map(\.description) == ["72212000", "72210000", "72200000", "72000000"])
        #expect(try #require(CPVCode("30000000")).branches.map(\.description) == ["30000000"])
    }
}
