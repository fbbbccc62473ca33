import Procurement

/// Which list a code is of.
extension Element {
    /// The code where it is of the CPV. Eight digits are a code of UNSPSC too, so what names another list is none.
    var cpv: CPVCode? { isOfOtherListThanCPV ? nil : text.flatMap { CPVCode($0) } }

    /// Whether an attribute names a list of codes, and none names the CPV.
    ///
    /// A bare number is the list's edition (`2008`); `STI` is the CPV in the lists of UN/CEFACT (7143).
    var isOfOtherListThanCPV: Bool {
        var isOther = false
        for name in Self.listNames {
            guard let list = attribute(name)?.lowercased() else { continue }
            if list == "sti" || list.rest(after: "cpv") != nil || list.rest(after: "common procurement") != nil {
                return false
            }
            if list.contains(where: \.isLetter) { isOther = true }
        }
        return isOther
    }

    private static let listNames: [StaticString] = [
        "listName", "listID", "scheme", "schemeName", "schemeID", "system", "codelist", "codeList", "list", "lista",
    ]
}
