import Procurement

extension FetchFailure {
    /// What to do, for people.
    package var remedy: BilingualText {
        switch self {
        case .challenge:
            BilingualText(
                sv:
                    "Kontrollera att contact i sources.yaml är en adress som går att nå, och skriv till utgivaren om det fortsätter. Försök igen nästa natt.",
                en:
                    "Check that contact in sources.yaml is an address that can be reached, and write to the publisher if it goes on. The next run tries again."
            )
        case .page, .wrongKind, .shape:
            BilingualText(
                sv: "Öppna adressen i en webbläsare. Har källan flyttat, ändra den i sources.yaml.",
                en: "Open the address in a browser. If the source has moved, change it in sources.yaml.")
        case .empty, .partial, .fewer, .wrongLength, .broken, .cut, .stalled, .server:
            BilingualText(
                sv: "Nästa körning försöker igen; inget behöver göras om det inte håller i sig.",
                en: "The next run tries again; nothing has to be done unless it persists.")
        case .notFound:
            BilingualText(
                sv: "Kontrollera adressen i sources.yaml.", en: "Check the address in sources.yaml.")
        case .overdue:
            BilingualText(
                sv: "Se utgivarens webbplats för driftstörningar; nästa körning försöker igen.",
                en: "Look for disturbances on the publisher's site; the next run tries again.")
        case .tooMany:
            BilingualText(
                sv: "Nästa körning försöker igen. Håller det i sig, höj pause i sources.yaml.",
                en: "The next run tries again. If it persists, raise pause in sources.yaml.")
        case .denied, .login:
            BilingualText(
                sv: "Kontrollera användare och hemlighet (LoadCredential i torg-fetch.service).",
                en: "Check user and credential (LoadCredential in torg-fetch.service).")
        case .status:
            BilingualText(sv: "Se källans dokumentation.", en: "See the documentation of the source.")
        case .redirectElsewhere, .redirectUnencrypted, .redirectLoop:
            BilingualText(
                sv:
                    "Följs inte. Har källan flyttat, ta reda på den nya adressen hos utgivaren och skriv den i sources.yaml.",
                en:
                    "Not followed. If the source has moved, ask the publisher for its new address and write it in sources.yaml."
            )
        case .tooLarge:
            BilingualText(
                sv: "Är filen så stor, höj largest för källan i sources.yaml.",
                en: "If the file is that large, raise largest for the source in sources.yaml.")
        case .tooMuch:
            BilingualText(
                sv: "Nästa körning fortsätter. Är det rimligt, höj most för källan i sources.yaml.",
                en: "The next run goes on. If it is reasonable, raise most for the source in sources.yaml.")
        case .overtime:
            BilingualText(
                sv: "Nästa körning fortsätter. Håller det i sig, höj longest i sources.yaml.",
                en: "The next run goes on. If it persists, raise longest in sources.yaml.")
        case .unreachable:
            BilingualText(
                sv: "Kontrollera nätet, namnuppslagningen, brandväggen och https_proxy.",
                en: "Check the network, name resolution, the firewall and https_proxy.")
        case .certificateExpired, .certificateNotYetValid:
            BilingualText(
                sv: "Kontrollera maskinens klocka (timedatectl). Går den rätt är felet serverns: skriv till utgivaren.",
                en:
                    "Check this machine's clock (timedatectl). If it is right the fault is the server's: write to the publisher."
            )
        case .certificateUntrusted:
            BilingualText(
                sv: "Uppdatera paketet ca-certificates. Har servern en egen utfärdare, skriv den i certificates.",
                en:
                    "Update the package ca-certificates. If the server has an authority of its own, name it in certificates."
            )
        case .clock:
            BilingualText(
                sv: "Ställ maskinens klocka (timedatectl set-ntp true).",
                en: "Set this machine's clock (timedatectl set-ntp true).")
        case .hostKey:
            BilingualText(
                sv: "Fråga den som driver servern om nyckeln har bytts, innan du ändrar host_key.",
                en: "Ask who runs the server whether the key has been changed, before you change host_key.")
        case .credential(let name):
            BilingualText(
                sv: "Lägg till LoadCredential=\(name):/etc/torg/secrets/\(name) för torg-fetch.service.",
                en: "Add LoadCredential=\(name):/etc/torg/secrets/\(name) to torg-fetch.service.")
        case .disk:
            BilingualText(
                sv: "Kontrollera utrymme och rättigheter.", en: "Check space and permissions.")
        case .interrupted:
            BilingualText(
                sv: "Nästa körning fortsätter där denna slutade.", en: "The next run goes on where this one ended.")
        }
    }
}
