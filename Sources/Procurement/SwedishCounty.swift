/// Sweden's counties, by Statistics Sweden's numbers (länskod).
package enum SwedishCounty {
    /// The region of NUTS 2021, level 3, that a county is.
    package static let regions: [UInt8: NUTSCode] = {
        let codes: [UInt8: String] = [
            1: "SE110", 3: "SE121", 4: "SE122", 5: "SE123", 6: "SE211", 7: "SE212", 8: "SE213", 9: "SE214",
            10: "SE221", 12: "SE224", 13: "SE231", 14: "SE232", 17: "SE311", 18: "SE124", 19: "SE125", 20: "SE312",
            21: "SE313", 22: "SE321", 23: "SE322", 24: "SE331", 25: "SE332",
        ]
        return codes.compactMapValues { NUTSCode($0) }
    }()
}
