import Glibc
import Procurement

extension FetchFailure {
    /// What happened, for people.
    package var words: BilingualText {
        switch self {
        case .challenge:
            BilingualText(
                sv: "servern skickade en robotkontroll (svar 202) i stället för data",
                en: "the server sent a challenge for robots (status 202) instead of the data")
        case .page:
            BilingualText(
                sv: "servern skickade en webbsida i stället för data",
                en: "the server sent a web page instead of the data")
        case .empty:
            BilingualText(sv: "svaret var tomt", en: "the answer was empty")
        case .notFound:
            BilingualText(sv: "filen finns inte på servern", en: "the file isn't on the server")
        case .overdue(let days):
            BilingualText(
                sv: "skulle ha funnits på servern för \(days) dagar sedan",
                en: "should have been on the server \(days) days ago")
        case .tooMany:
            BilingualText(
                sv: "servern säger att vi frågar för ofta (429)", en: "the server says that we ask too often (429)")
        case .server(let status, _):
            BilingualText(sv: "fel hos servern (\(status))", en: "the server failed (\(status))")
        case .denied(let status):
            BilingualText(sv: "servern nekade åtkomst (\(status))", en: "the server denied access (\(status))")
        case .status(let status):
            BilingualText(sv: "oväntat svar \(status)", en: "unexpected status \(status)")
        case .redirectElsewhere(let host):
            BilingualText(sv: "hänvisad till en annan server, \(host)", en: "redirected to another server, \(host)")
        case .redirectUnencrypted:
            BilingualText(sv: "hänvisad till en okrypterad adress", en: "redirected to an address without encryption")
        case .redirectLoop:
            BilingualText(sv: "hänvisad för många gånger", en: "redirected too many times")
        case .partial:
            BilingualText(
                sv: "söktjänsten hann inte klart och skickade en del av svaret (timedOut)",
                en: "the search service ran out of time and sent a part of the answer (timedOut)")
        case .fewer(let expected, let received):
            BilingualText(
                sv: "\(received) annonser kom av \(expected) utlovade",
                en: "\(received) notices came of \(expected) promised")
        case .wrongLength(let expected, let received):
            BilingualText(
                sv: "\(received) byte kom av \(expected) utlovade", en: "\(received) bytes came of \(expected) promised"
            )
        case .wrongKind(let expected):
            BilingualText(sv: "innehållet är inte \(expected.noun)", en: "the content isn't \(expected.noun)")
        case .broken(let detail):
            BilingualText(sv: "filen är skadad (\(detail))", en: "the file is damaged (\(detail))")
        case .shape(let detail):
            BilingualText(sv: "innehållet har en annan form: \(detail)", en: "the content has another shape: \(detail)")
        case .tooLarge(let limit):
            BilingualText(
                sv: "större än \(ByteCount.text(limit))", en: "larger than \(ByteCount.text(limit))")
        case .tooMuch(let limit):
            BilingualText(
                sv: "mer än \(ByteCount.text(limit)) kom från källan i en körning",
                en: "more than \(ByteCount.text(limit)) came from the source in one run")
        case .overtime(let limit):
            BilingualText(
                sv: "källan tog mer än \(Self.time(limit))", en: "the source took more than \(Self.time(limit))")
        case .unreachable(let detail):
            BilingualText(sv: "servern kan inte nås (\(detail))", en: "the server can't be reached (\(detail))")
        case .cut(let received):
            BilingualText(
                sv: "förbindelsen bröts efter \(ByteCount.text(received))",
                en: "the connection broke after \(ByteCount.text(received))")
        case .stalled:
            BilingualText(sv: "förbindelsen stannade av", en: "the connection stalled")
        case .certificateExpired:
            BilingualText(sv: "serverns certifikat har gått ut", en: "the server's certificate has expired")
        case .certificateNotYetValid:
            BilingualText(sv: "serverns certifikat gäller inte än", en: "the server's certificate isn't valid yet")
        case .certificateUntrusted(let detail):
            BilingualText(
                sv: "serverns certifikat går inte att lita på (\(detail))",
                en: "the server's certificate can't be trusted (\(detail))")
        case .clock(let ahead):
            BilingualText(
                sv: "serverns klocka går \(Self.hours(ahead)) timmar \(ahead > 0 ? "före" : "efter") vår",
                en: "the server's clock is \(Self.hours(ahead)) hours \(ahead > 0 ? "ahead of" : "behind") ours")
        case .hostKey:
            BilingualText(
                sv: "SFTP-servern har en annan nyckel än host_key", en: "the SFTP server has another key than host_key")
        case .login:
            BilingualText(sv: "inloggningen nekades", en: "the login was denied")
        case .credential(let name):
            BilingualText(sv: "hemligheten \(name) saknas", en: "the credential \(name) is missing")
        case .disk(let path, let call, let number):
            BilingualText(
                sv: "\(path): \(call): \(String(cString: strerror(number)))",
                en: "\(path): \(call): \(String(cString: strerror(number)))")
        case .interrupted:
            BilingualText(sv: "avbruten", en: "interrupted")
        }
    }

    private static func time(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        return seconds < 3600 ? "\(seconds) s" : "\(seconds / 3600) h"
    }

    private static func hours(_ seconds: Int) -> Int { max(1, abs(seconds) / 3600) }
}
