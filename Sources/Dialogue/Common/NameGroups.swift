import Matching
import Procurement

/// Corporate groups as far as names tell: companies whose names begin with the same word, such as `Attendo LSS AB` and
/// `Attendo Sverige AB`.
///
/// A guess, and shown as one: no register says who owns whom here. Places, given names and words that any firm may
/// begin with found no group. Names that hide their owner are not found; a request can say what it knows.
package enum NameGroups {
    /// - Returns: the group's name by company; companies in no group are left out.
    package static func find(_ names: [(id: SupplierID, name: String)]) -> [SupplierID: String] {
        var members: [String: [SupplierID]] = [:]
        var shown: [String: String] = [:]
        for (id, name) in names.sorted(by: { $0.id < $1.id }) {
            guard let word = leadingWord(of: name) else { continue }
            let key = word.lowercased()
            members[key, default: []].append(id)
            // As most people write it: not all in capitals, where any name does.
            if shown[key].map({ $0 == $0.uppercased() }) ?? true { shown[key] = word }
        }
        var groups: [SupplierID: String] = [:]
        for (key, ids) in members where ids.count > 1 {
            for id in ids { groups[id] = shown[key] }
        }
        return groups
    }

    /// The first word that isn't a legal form; `nil` where it says nothing of an owner.
    static func leadingWord(of name: String) -> String? {
        let words = name.split { !($0.isLetter || $0.isNumber || $0 == "&") }.map(String.init)
        guard let word = words.first(where: { !legalForms.contains($0.lowercased()) }) else { return nil }
        let key = word.lowercased()
        guard word.count > 2, !common.contains(key), !PlaceWords.contains(word) else { return nil }
        return word
    }

    private static let legalForms: Set<String> = [
        "ab", "aktiebolag", "aktiebolaget", "hb", "handelsbolag", "handelsbolaget", "kb", "kommanditbolag",
        "kommanditbolaget", "the", "firma",
    ]

    private static let common: Set<String> = Set(
        """
        advokatfirman advokatbyrån alfa allt allmänna anders anna arctic arkitekterna arkitektkontoret bara bengt \
        bergs bilbolaget björn blue bra bror bygg byggnadsfirman byggnads carl centrum christer city dala dalarnas \
        daniel david din east elite entreprenad erik europa european eva falu familjehem familjen fire first fredrik \
        föreningen företagshälsan gröna göran hans helsingborgs henrik hotell hushållningssällskapet jan johan johan \
        jonas kalle karl karlssons kjell lars leif lennart life lunds magnus maria maskinring mats mattias mikael \
        mellansvenska mälardalens new nils nord norden nordens nordic nordisk nordiska norr norra norrlands nya \
        olle one patrik per peter plan psykologpartners robert rolf roslagens scandinavian skandinaviska snickeri \
        stefan stiftelsen stora studio sune svea svensk svenska sverige sveriges sweden swedish syd sydsvenska södra \
        taxi tomas thomas trygg ulf ung unga upplands vision vård västsvenska västra våra åke öst östgöta östra
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
