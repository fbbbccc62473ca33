import Procurement

/// What an award means by the lot number it gives, seen against the lots that the notice describes.
///
/// People write `1, 3-5`, `1 à 4`, `Lots 2;7`, `Del 2 och 3`, `All`. Such a text is taken apart only where it can't
/// mean anything else: every number in it must be a described lot. Otherwise it is kept as it is written, and then
/// matches no lot.
struct LotNumbers {
    private let described: [LotID]
    private let exact: Set<LotID>
    /// By the lot's bare number or name (`1` for `Lot 01`, `1: Roof`). Two lots with the same are not in here.
    private let byKey: [String: LotID]

    init(_ lots: [LotID]) {
        described = lots
        exact = Set(lots)
        var byKey: [String: LotID?] = [:]
        for lot in lots {
            for key in Set([Self.key(lot.rawValue), Self.leadingNumber(lot.rawValue)].compactMap { $0 }) {
                byKey.updateValue(byKey[key] == nil ? lot : nil, forKey: key)
            }
        }
        self.byKey = byKey.compactMapValues { $0 }
    }

    /// The lots that `text` names, without repeats. Never empty for a text that isn't, save that `All` is where no
    /// lot is described: that award is for the whole.
    func lots(_ text: String) -> [LotID] {
        let written = text.withSingleSpaces
        guard !written.isEmpty else { return [] }
        if exact.contains(LotID(written)) { return [LotID(written)] }
        if Self.wordsForAll.contains(written.lowercased()) { return described }
        if let lot = Self.key(written).flatMap({ byKey[$0] }) { return [lot] }
        let list = LotNumberList.numbers(in: written, dotted: !described.isEmpty)
        if let list { return resolve(list) ?? [LotID(written)] }
        if let lot = Self.leadingNumber(written).flatMap({ byKey[$0] }) { return [lot] }
        return [LotID(written)]
    }

    /// The lots of a list of numbers; `nil` where one of them isn't described. Where the notice describes no lots at
    /// all, numbers of a likely size stand for themselves.
    private func resolve(_ numbers: [Int]) -> [LotID]? {
        if described.isEmpty {
            return numbers.count <= 200 && numbers.allSatisfy { $0 < 1000 } ? numbers.map { LotID(String($0)) } : nil
        }
        let lots = numbers.compactMap { byKey[String($0)] }
        return lots.count == numbers.count ? lots.withoutRepeats : nil
    }

    private static let wordsForAll: Set<String> = [
        "all", "all lots", "alla", "alla delar", "samtliga", "alle", "alle lose", "tous", "tous les lots", "toutes",
        "tutti", "tutti i lotti", "todos", "todos los lotes", "todos os lotes", "wszystkie", "kaikki", "vsi", "všetky",
        "všechny", "toate", "всички",
    ]

    /// The bare name: words such as `Lot` or `Część nr` before a number fall away, and leading zeros.
    private static func key(_ text: String) -> String? {
        if text.isDigits, let number = Int(text) { return String(number) }
        let bare = LotNumberList.withoutPrefix(text.lowercased())
        if let number = Int(bare) { return String(number) }
        return bare.isEmpty ? nil : String(bare)
    }

    /// The number at the start of `1 - Seine-et-Marne Nord` or `2: Roof`. `nil` where more digits follow, as in `1.01`
    /// or `16 - 2.19`, for then it isn't clear what the number of the lot is.
    private static func leadingNumber(_ text: String) -> String? {
        if text.isDigits { return nil }
        let bare = LotNumberList.withoutPrefix(text.lowercased())
        let digits = bare.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), digits.endIndex < bare.endIndex else { return nil }
        let rest = bare[digits.endIndex...]
        let words = rest.drop { " -–—:.,()«\"„".contains($0) }
        guard words.startIndex > rest.startIndex, let first = words.first, first.isLetter else { return nil }
        // `1 a 4` is a list in some language, so a short word needs more than a space before it.
        let isMarked = rest[..<words.startIndex].contains { $0 != " " }
        return isMarked || words.prefix(while: \.isLetter).count > 2 ? String(number) : nil
    }
}

extension String {
    /// As most lots are numbered: nothing but the digits 0 to 9.
    fileprivate var isDigits: Bool { utf8.allSatisfy { (48...57).contains($0) } }
}
