/// A name as the first part of a host name under `.example`, which no one can own (RFC 2606).
enum Slug {
    static func of(_ name: String) -> String {
        var slug = ""
        for letter in name.lowercased() {
            switch letter {
            case "a"..."z", "0"..."9": slug.append(letter)
            case "å", "ä": slug.append("a")
            case "ö": slug.append("o")
            case "é": slug.append("e")
            default: if !slug.isEmpty, !slug.hasSuffix("-") { slug.append("-") }
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }
}
