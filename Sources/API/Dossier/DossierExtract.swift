import JSON
import JSONRPC
import Procurement

/// A dossier to hand out.
package enum DossierExtract: Method {
    package static let name = "dossier.export"
    package static let summary =
        "Writes a dossier as JSON or as a page to print, masked, with what was masked and why: for a request for public records."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// The kinds of document.
    package enum Format: String, WireWord {
        case json, html
    }

    /// Which one, how, and what is to be masked.
    @WireType
    package struct Parameters: Described {
        /// The dossier; all its entries are in the document.
        @Within(.id) package var dossier: String
        /// json, where nothing is said, or html: a front page to print for each list or plan with who, when, what and the reasons, and
        /// everything else as an appendix.
        package var format: Format?
        /// The language of the page: sv where nothing is said, or en. What was asked and answered stays in the words it was kept in.
        package var language: TextLanguage?
        /// What else to mask, and why. Personal numbers are masked always.
        @Within(.list(100)) package var mask: [DossierMask]?
    }

    /// The document.
    @WireType
    package struct Result: Described {
        /// The whole document as text.
        package var document: String
        /// application/json or text/html.
        package var mediaType: String
        /// How many entries it holds.
        package var entries: Int
        /// Entries of the dossier that it doesn't hold, because a decision removed their content.
        package var removed: [DossierRemovedEntry] = []
        /// What was masked, where and why.
        package var masked: [DossierMaskedPlace] = []
        /// Where the chain stood.
        package var head: DossierHead
    }

    package static var example: Example<Self> {
        Example(
            Parameters(
                dossier: "d-kfhwtbzmrqpn", format: .html,
                mask: [DossierMask(text: "Anna Svensson", reason: "enskild näringsidkare")]),
            gives: Result(
                document: "<!DOCTYPE html>\n…", mediaType: "text/html", entries: 1,
                masked: [
                    DossierMaskedPlace(
                        sequence: 42, path: "result.matches[0].supplier.name", reason: "enskild näringsidkare")
                ], head: .example))
    }
}

/// Something to mask.
@WireType
package struct DossierMask: Described {
    /// A text, wherever it stands. One of this and member.
    @Within(.line) package var text: String?
    /// The name of a member, such as contact: all it holds is masked, also where it is said elsewhere.
    @Within(.id) package var member: String?
    /// Why, such as the section of the law.
    @Within(.line) package var reason: String
}
