import Foundation
import Procurement
import Testing

@testable import Web

@Suite struct GroundTextTests {
    /// 1 January 2022.
    private let now = Date(timeIntervalSince1970: 1_640_995_200)

    @Test func dataAreOldFromTheSameDayAsForTheDoctor() {
        let ground = GroundText(reader: Reader(language: .en))
        #expect(ground.warning(CalendarDate("2021-11-18"), today: now) == nil)
        #expect(ground.warning(CalendarDate("2021-11-17"), today: now)?.contains("45 days old") == true)
    }
}
