import Glibc

/// Lets libarchive read the names of members as UTF-8, whatever the process's locale is.
///
/// libarchive turns names into the character set of the locale, and drops those that don't fit. The locale is set for
/// the calling thread and the length of a call only. The one owner of its locale.
final class MemberNames {
    private let locale: locale_t?

    init() { locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) }

    deinit { if let locale { freelocale(locale) } }

    func readable<Result>(_ body: () -> Result) -> Result {
        guard let locale else { return body() }
        let previous = uselocale(locale)
        defer { uselocale(previous) }
        return body()
    }
}
