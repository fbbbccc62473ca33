import API
import Foundation
import Procurement
import Sheets
import Testing

@testable import torg

@Suite struct DataAgeTests {
    private let now = Date(timeIntervalSince1970: 1_640_995_200)

    @Test func saysHowFarTheDataReach() {
        let through = CalendarDate("2021-10-22")
        #expect(
            DataAge(language: .sv).sentence(through, generation: 43)
                == "Underlag till och med 2021-10-22 (dataversion 43).")
        #expect(DataAge(language: .en).sentence(through, generation: 43) == "Data through 2021-10-22 (generation 43).")
        #expect(DataAge(language: .en).sentence(nil, generation: 1).contains("no dated notices"))
    }

    @Test func oldDataAreCalledOld() {
        let age = DataAge(language: .en)
        #expect(age.status(CalendarDate("2021-11-18"), today: now) == "data through 2021-11-18, 44 days old")
        #expect(age.status(CalendarDate("2021-11-17"), today: now).hasSuffix("; older than 45 days"))
    }

    @Test func saysForWhomAndWhere() {
        let age = DataAge(language: .sv)
        #expect(age.setting(nil) == nil && age.setting(QuestionSetting()) == nil)
        let setting = QuestionSetting(buyer: BuyerQuery(name: "Umeå kommun"), nuts: ["SE331"])
        #expect(age.setting(setting) == "Frågat för Umeå kommun, SE331.")
    }

    @Test func aBuyerIsANameOrANumber() {
        #expect(SettingArguments.query("Umeå kommun") == BuyerQuery(name: "Umeå kommun"))
        #expect(SettingArguments.query("212000-2627") == BuyerQuery(id: "212000-2627"))
        #expect(SettingArguments.query("SE212000262701") == BuyerQuery(id: "SE212000262701"))
        #expect(SettingArguments.query("Region 10") == BuyerQuery(name: "Region 10"))
    }
}
