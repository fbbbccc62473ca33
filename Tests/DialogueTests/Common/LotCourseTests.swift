import Dialogue
import Procurement
import Testing

@Suite struct LotCourseTests {
    private func award(
        _ lots: [LotID], _ outcome: Award.Outcome = .awarded(winnersWithheld: false), tenders: Disclosed<Int> = .missing
    ) -> Award {
        var award = Award(lots: lots, outcome: outcome)
        award.tendersReceived = tenders
        return award
    }

    @Test func aFrameworksLotIsOneLotWithTheMostTendersThatAnAwardStates() {
        let lots = LotCourse.lots(of: [
            award(["1"], tenders: .stated(4)), award(["1"], tenders: .stated(5)), award(["1"]),
            award(["2"], .noWinner(reason: "no-rece"), tenders: .stated(0)), award([], .open),
        ])
        #expect(
            lots == [
                LotCourse(tenders: .stated(5), ending: .awarded),
                LotCourse(tenders: .stated(0), ending: .failed(reason: "no-rece")), LotCourse(),
            ])
    }

    @Test func whatIsKnownWinsOverWhatIsNotAndWithheldOverMissing() {
        let withheld = Disclosed<Int>.withheld(Withholding())
        #expect(
            LotCourse.lots(of: [award(["1"], .unstated), award(["1"], tenders: withheld)])
                == [LotCourse(tenders: withheld, ending: .awarded)])
        #expect(
            LotCourse.lots(of: [award(["1"], tenders: withheld), award(["1"], tenders: .stated(2))])[0].tenders
                == .stated(2))
    }

    @Test func aProcurementIsAwardedWhereAnyLotIsAndFailedWhereNoneIs() {
        func ending(_ lots: LotCourse.Ending...) -> LotCourse.Ending {
            SimilarProcurement(notice: "n", title: "", buyer: nil, lots: lots.map { LotCourse(ending: $0) }).ending
        }
        #expect(ending(.failed(reason: "x"), .awarded) == .awarded)
        #expect(ending(.unknown, .failed(reason: "x")) == .failed(reason: "x"))
        #expect(ending() == .unknown && ending(.unknown) == .unknown)
    }
}
