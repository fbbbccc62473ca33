import API
import Procurement

/// What can be read from the text of a need alone (`needs.explore`): names that shut suppliers out, and what a reader
/// would have to ask.
package struct NeedAnalysis: Sendable, Hashable, Codable {
    /// In the order of the text.
    package let brands: [NameFinding]
    /// Whether the text says “eller likvärdig” or the like.
    package let allowsEquivalents: Bool
    /// What to do about the brands; `nil` where there is nothing to say.
    package let warning: BilingualText?
    /// What the text doesn't say.
    package let missing: [MissingInformation]

    /// - Parameters:
    ///   - text: a need, in Swedish or English as people write it.
    ///   - suppliers: names to look for, such as those in the register; legal forms such as AB are looked past.
    ///   - places: names that tell where, such as the municipality's own districts.
    package init(text: String, suppliers: [String] = [], places: [String] = []) {
        let words = NeedText(text)
        brands = BrandFinder(words, suppliers: suppliers).findings()
        allowsEquivalents = words.allowsEquivalents
        missing = MissingInformation.of(words, places: places)
        let warnings = [
            Self.warning(
                ofBrands: NameFinding.distinctNames(brands.filter { $0.kind != .supplier }),
                allowsEquivalents: allowsEquivalents),
            Self.warning(ofFirms: NameFinding.distinctNames(brands.filter { $0.kind == .supplier })),
        ].compactMap { $0 }
        warning =
            warnings.isEmpty
            ? nil
            : BilingualText(
                sv: warnings.map(\.sv).joined(separator: " "), en: warnings.map(\.en).joined(separator: " "))
    }

    private static func warning(ofFirms firms: [String]) -> BilingualText? {
        guard !firms.isEmpty else { return nil }
        let names = Figure.names(firms)
        let (sv, en) = firms.count == 1 ? ("företaget", "firm") : ("företagen", "firms")
        return BilingualText(
            sv: "Texten nämner \(sv) \(names.sv). Beskriv vad som behövs utan att peka ut en leverantör.",
            en: "The text names the \(en) \(names.en). Describe what is needed without pointing out a supplier.")
    }

    private static func warning(ofBrands brands: [String], allowsEquivalents: Bool) -> BilingualText? {
        guard !brands.isEmpty else { return nil }
        let names = Figure.names(brands)
        return allowsEquivalents
            ? BilingualText(
                sv:
                    "Texten nämner \(names.sv) och tillåter likvärdigt. Beskriv hellre vad det ska klara än vad det heter.",
                en:
                    "The text names \(names.en) and allows equivalents. Better to describe what it must do than what it "
                    + "is called.")
            : BilingualText(
                sv:
                    "Texten nämner \(names.sv) utan ”eller likvärdig”. Ett märke eller en leverantörs egna ord stänger ute "
                    + "andra; beskriv funktionen, eller lägg till ”eller likvärdig” om namnet är oundvikligt.",
                en:
                    "The text names \(names.en) without “or equivalent”. A brand or one supplier's own terms shut others "
                    + "out; describe the function, or add “or equivalent” where the name can't be avoided.")
    }
}

extension NameFinding {
    static func distinctNames(_ findings: [NameFinding]) -> [String] {
        var seen = Set<String>()
        return findings.map(\.name).filter { seen.insert($0).inserted }
    }
}
