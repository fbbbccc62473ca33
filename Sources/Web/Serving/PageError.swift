import API
import JSONRPC
import NIOCore
import Procurement
import Transport

/// There is no such page.
struct PageNotFound: Error {}

/// The page is there, and not for the one who asks.
struct PageNotAllowed: Error {}

/// A request that is refused before anything is asked of the daemon.
struct RequestRefused: Error {
    let why: BilingualText
}

/// An error as its page tells it: what happened, and what to do.
struct ToldError {
    let status: Int
    let title: String
    var text: String
    var remedy: String?

    init(_ error: any Error, _ reader: Reader) {
        switch error {
        case is PageNotFound:
            self.init(404, sv: "Sidan finns inte", en: "There is no such page", reader)
            text = reader.pick(
                sv:
                    "Adressen leder ingenstans. Kanske har något skrivits fel, eller så har det som visades tagits bort.",
                en: "The address leads nowhere. It may be mistyped, or what it showed may be gone.")
        case is PageNotAllowed: self.init(notAllowed: nil, reader)
        case let error as RequestRefused:
            self.init(403, sv: "Begäran avvisades", en: "The request was refused", reader)
            text = error.why.text(in: reader.language)
        case let error as RPCClientError: self.init(daemon: error, reader)
        case is NIOTooManyBytesError:
            self.init(413, sv: "Formuläret är för stort", en: "The form is too large", reader)
            remedy = reader.pick(sv: "Korta texten och skicka igen.", en: "Shorten the text and send it again.")
        default:
            self.init(500, sv: "Något gick fel", en: "Something went wrong", reader)
            text = reader.pick(
                sv: "Felet ligger hos Torg, inte hos dig. Det har skrivits i loggen.",
                en: "The fault is Torg's, not yours. It has been logged.")
        }
    }

    private init(_ status: Int, sv: String, en: String, _ reader: Reader) {
        self.status = status
        title = reader.pick(sv: sv, en: en)
        text = ""
    }

    private init(notAllowed said: String?, _ reader: Reader) {
        self.init(403, sv: "Du har inte behörighet", en: "You aren't allowed to", reader)
        text = reader.pick(
            sv: "Det här kräver en annan roll än din.", en: "This asks for another role than yours.")
        remedy = reader.pick(
            sv: "Den som driver Torg ger roller efter användare och grupp.",
            en: "Whoever runs Torg gives roles by user and group.")
    }

    private init(daemon error: RPCClientError, _ reader: Reader) {
        switch error {
        case .remote(let answer): self.init(remote: answer, reader)
        case .permissionDenied: self.init(notAllowed: nil, reader)
        case .timedOut:
            self.init(504, sv: "Det tog för lång tid", en: "It took too long", reader)
            remedy = reader.pick(sv: "Försök igen om en stund.", en: "Try again in a while.")
        default:
            self.init(503, sv: "Torg är inte igång", en: "Torg isn't running", reader)
            text = error.description
            remedy = reader.pick(
                sv: "Den som driver Torg startar det med “systemctl start torgd”. Ladda sedan om sidan.",
                en: "Whoever runs Torg starts it with “systemctl start torgd”. Then load the page again.")
        }
    }

    private init(remote error: RPCError, _ reader: Reader) {
        switch error.code {
        case .notFound:
            self.init(404, sv: "Det finns inte", en: "There is no such thing", reader)
            text = error.message
        case .notAllowed: self.init(notAllowed: error.message, reader)
        case .busy:
            self.init(503, sv: "Torg är upptaget", en: "Torg is busy", reader)
            text = error.message
            remedy = reader.pick(sv: "Försök igen om en stund.", en: "Try again in a while.")
        case .invalidParameters, .tooLarge, .infeasible:
            self.init(400, sv: "Frågan går inte att svara på", en: "The question can't be answered", reader)
            text = error.message
            remedy = reader.pick(sv: "Gå tillbaka och ändra det.", en: "Go back and change it.")
        case .storeUnavailable:
            self.init(503, sv: "Underlaget går inte att läsa", en: "The data can't be read", reader)
            text = error.message
        default:
            self.init(500, sv: "Något gick fel", en: "Something went wrong", reader)
            text = error.message
        }
    }

    var fields: Fields { ["text": Fields.Value(text), "remedy": Fields.Value(remedy)] }
}
