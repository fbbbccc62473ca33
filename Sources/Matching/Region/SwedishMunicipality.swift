import Procurement

/// Sweden's municipalities by Statistics Sweden's codes.
package enum SwedishMunicipality {
    /// The region of a municipality's county.
    ///
    /// - Parameter code: four digits, such as 0380.
    /// - Returns: `nil` where there is no municipality of that code.
    package static func region(code: String) -> NUTSCode? {
        guard code.utf8.count == 4, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let county = SwedishPlaces.counties.first(where: { UInt8(code.prefix(2)) == $0.code })
        else { return nil }
        let municipalities = county.municipalities.split(separator: ",").map {
            $0.drop { $0.isWhitespace }.prefix(2)
        }
        return municipalities.contains(code.suffix(2)) ? county.region : nil
    }
}
