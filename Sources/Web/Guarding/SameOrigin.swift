import HTTPTypes
import Hummingbird
import Procurement

/// Lets a form in that a page of this site has sent, and none that another site made a browser send.
enum SameOrigin {
    /// By `Sec-Fetch-Site` (Fetch Metadata), which no page can set; for a browser without it by `Origin`.
    ///
    /// - Parameter own: the site's own origin, `https://torg.ekby.se`; `nil` for the host that is asked, by either scheme.
    /// - Throws: `RequestRefused`.
    static func check(_ request: Request, origin own: String?) throws(RequestRefused) {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            guard site == "same-origin" else { throw refused }
            return
        }
        guard let origin = request.headers[.origin], let host = request.head.authority,
            own.map({ origin == $0 }) ?? (origin == "http://\(host)" || origin == "https://\(host)")
        else { throw refused }
    }

    private static var refused: RequestRefused {
        RequestRefused(
            why: BilingualText(
                sv: "Formuläret kom inte från en sida i Torg. Öppna sidan här och skicka därifrån.",
                en: "The form didn't come from a page of Torg. Open the page here and send it from there."))
    }
}
