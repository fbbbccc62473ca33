import JSONRPC

/// A dossier to hand out.
package enum DossierExtract: Method {
    package static let name = "dossier.export"
    package static let summary =
        "Writes a dossier as JSON or as a page to print, masked, with what was masked and why: for a request for public records."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// The kinds of document.
    package enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        case json, html
    }

    /// Which one, how, and what is to be masked.
    package struct Parameters: Described {
        package var dossier: String
        package var format: Format?
        package var mask: [DossierMask]?

        package init(dossier: String, format: Format? = nil, mask: [DossierMask]? = nil) {
            self.dossier = dossier
            self.format = format
            self.mask = mask
        }

        package static let notes = [
            "dossier": "The dossier; all its entries are in the document.",
            "format": "json, where nothing is said, or html.",
            "mask": "What else to mask, and why. Personal numbers are masked always.",
        ]

        package static let bounds: [String: Bound] = [
            "dossier": .id, "mask": .list(100),
        ]
    }

    /// The document.
    package struct Result: Described {
        package var document: String
        package var mediaType: String
        package var entries: Int
        package var removed: [DossierRemovedEntry]
        package var masked: [DossierMaskedPlace]
        package var head: DossierHead

        package init(
            document: String, mediaType: String, entries: Int, removed: [DossierRemovedEntry] = [],
            masked: [DossierMaskedPlace] = [], head: DossierHead
        ) {
            self.document = document
            self.mediaType = mediaType
            self.entries = entries
            self.removed = removed
            self.masked = masked
            self.head = head
        }

        package static let notes = [
            "document": "The whole document as text.",
            "mediaType": "application/json or text/html.",
            "entries": "How many entries it holds.",
            "removed": "Entries of the dossier that it doesn't hold, because a decision removed their content.",
            "masked": "What was masked, where and why.",
            "head": "Where the chain stood.",
        ]
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
package struct DossierMask: Described {
    package var text: String?
    package var member: String?
    package var reason: String

    package init(text: String? = nil, member: String? = nil, reason: String) {
        self.text = text
        self.member = member
        self.reason = reason
    }

    package static let notes = [
        "text": "A text, wherever it stands. One of this and member.",
        "member": "The name of a member, such as contact: all it holds is masked, also where it is said elsewhere.",
        "reason": "Why, such as the section of the law.",
    ]

    package static let bounds: [String: Bound] = ["text": .line, "member": .id, "reason": .line]
}
