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

/// A form whose sender has hung up, or been too slow, before all of it was there: nothing was done.
struct FormCutShort: Error {}

/// A form that says too little, or what can't be: what is wrong and what to do, in both languages.
struct FormError: Error {
    let why: BilingualText

    init(sv: String, en: String) { why = BilingualText(sv: sv, en: en) }
}

/// An error as its page tells it: what happened, and what to do.
struct ToldError {
    let status: Int
    let title: String
    var text: String
    var remedy: String?
    /// Whether it is about the reader's role, so that the page leads to what gives it.
    var isAboutRole = false

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
        case let error as FormError:
            self.init(400, sv: "Något fattas i formuläret", en: "Something is missing in the form", reader)
            text = error.why.text(in: reader.language)
        case let error as RPCClientError: self.init(daemon: error, reader)
        case let error as SignInFault: self.init(signIn: error, reader)
        case let error as OtherHost:
            self.init(421, sv: "Torg har en annan adress", en: "Torg has another address", reader)
            text = reader.pick(
                sv: "Sidan efterfrågades som “\(error.asked)”, men Torg svarar som “\(error.host)”.",
                en: "The page was asked for as “\(error.asked)”, but Torg answers as “\(error.host)”.")
            remedy = reader.pick(
                sv:
                    "Den som driver webbservern ser till att den skickar vidare värdnamnet, och att address i web.yaml stämmer.",
                en:
                    "Whoever runs the web server has it pass on the host name, and sees that address in web.yaml is right."
            )
        case is FormCutShort:
            self.init(400, sv: "Formuläret kom inte fram helt", en: "The form didn't arrive whole", reader)
            remedy = reader.pick(sv: "Inget har ändrats. Skicka igen.", en: "Nothing was changed. Send it again.")
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

    private init(notAllowed answer: RPCError?, _ reader: Reader) {
        if answer?.detail?.came == "none" {
            self.init(403, sv: "Du har ingen roll i Torg än", en: "You have no role in Torg yet", reader)
            isAboutRole = true
            text = reader.pick(
                sv: "Inloggningen gick bra, men ingen rad i Torgs inställningar ger dig en roll.",
                en: "Signing in went well, but no line of Torg's settings gives you a role.")
            return
        }
        self.init(403, sv: "Du har inte behörighet", en: "You aren't allowed to", reader)
        isAboutRole = true
        text = reader.pick(
            sv: "Det här kräver en annan roll än din.", en: "This asks for another role than yours.")
        remedy = reader.pick(
            sv: "Den som driver Torg ger roller efter användare och grupp.",
            en: "Whoever runs Torg gives roles by user and group.")
    }

    private init(signIn fault: SignInFault, _ reader: Reader) {
        switch fault {
        case .nobody(let header):
            self.init(401, sv: "Du är inte inloggad", en: "You aren't signed in", reader)
            text = reader.pick(
                sv: "Webbservern framför Torg har inte sagt vem du är: huvudet \(header) saknas eller är tomt.",
                en: "The web server in front of Torg hasn't said who you are: the header \(header) is absent or empty.")
            remedy = reader.pick(
                sv:
                    "Den som driver webbservern låter den logga in besökaren och sätta \(header). Exempel för Apache och nginx: "
                    + "/usr/share/doc/torg-web/examples. Vilket huvud som gäller står i /etc/torg/web.yaml (person_header).",
                en:
                    "Whoever runs the web server has it sign visitors in and set \(header). Examples for Apache and nginx: "
                    + "/usr/share/doc/torg-web/examples. Which header it is stands in /etc/torg/web.yaml (person_header)."
            )
        case .twice(let header):
            self.init(400, sv: "Inloggningen är oklar", en: "The sign-in is unclear", reader)
            text = reader.pick(
                sv: "Huvudet \(header) kom två gånger. Ett av dem kan vara webbläsarens eget.",
                en: "The header \(header) came twice. One of them may be the browser's own.")
            remedy = reader.pick(
                sv:
                    "Den som driver webbservern tar bort \(header) ur det som webbläsaren sänder, innan den sätter sitt eget.",
                en: "Whoever runs the web server takes \(header) out of what browsers send, before it sets its own.")
        case .unusable(let header):
            self.init(400, sv: "Inloggningen är oklar", en: "The sign-in is unclear", reader)
            text = reader.pick(
                sv:
                    "Det som står i huvudet \(header) kan inte vara ett namn: det är för långt eller har blanksteg eller styrtecken.",
                en:
                    "What the header \(header) says can't be a name: it is too long, or has blanks or control characters."
            )
            remedy = reader.pick(
                sv: "Den som driver webbservern väljer en uppgift utan blanksteg, såsom e-postadressen.",
                en: "Whoever runs the web server picks something without blanks, such as the e-mail address.")
        case .tooManyGroups(let header):
            self.init(400, sv: "Inloggningen är oklar", en: "The sign-in is unclear", reader)
            text = reader.pick(
                sv: "Huvudet \(header) räknar upp fler än \(SignInHeaders.mostGroups) grupper.",
                en: "The header \(header) lists more than \(SignInHeaders.mostGroups) groups.")
            remedy = reader.pick(
                sv: "Den som driver inloggningen sänder bara de grupper som ger roller i Torg.",
                en: "Whoever runs the sign-in sends only the groups that give roles in Torg.")
        case .unacceptable(let why):
            self.init(400, sv: "Torg kan inte använda ditt namn", en: "Torg can't use your name", reader)
            text = why
            remedy = reader.pick(
                sv:
                    "Namnet står på handlingar. Den som driver webbservern väljer en annan uppgift, såsom e-postadressen.",
                en:
                    "The name stands on records. Whoever runs the web server picks something else, such as the e-mail address."
            )
        case .notDelegate(let user):
            self.init(503, sv: "Torg tar inte emot någons inloggning än", en: "Torg takes nobody's sign-in yet", reader)
            text = reader.pick(
                sv: "Torgs tjänst litar inte på användaren \(user), som den här sidan körs som.",
                en: "Torg's daemon doesn't trust the user \(user), whom this page runs as.")
            remedy = reader.pick(
                sv:
                    "Den som driver Torg skriver “users: [\(user)]” under roles.delegates i /etc/torg/torg.yaml och kör "
                    + "“systemctl reload torgd”.",
                en: "Whoever runs Torg writes “users: [\(user)]” under roles.delegates in /etc/torg/torg.yaml and runs "
                    + "“systemctl reload torgd”.")
        }
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
        case .notAllowed: self.init(notAllowed: error, reader)
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

    var fields: Fields {
        ["text": Fields.Value(text), "remedy": Fields.Value(remedy), "isAboutRole": Fields.Value(isAboutRole)]
    }
}
