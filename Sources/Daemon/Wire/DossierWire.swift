import API
import Dialogue
import JSON
import JSONRPC
import Procurement
import Store

extension DossierEntryLine {
    init(_ line: DossierLine) {
        self.init(
            sequence: line.sequence, dossier: line.dossier,
            at: Moment(line.at) ?? Moment(secondsSinceEpoch: 0), actor: line.actor, method: line.method,
            generation: line.generation, seed: line.seed, bytes: line.size, previous: line.previous, hash: line.hash,
            removedBy: line.removedBy)
    }
}

extension DossierHead {
    init(_ end: DossierEnd) { self.init(sequence: end.sequence, hash: end.hash) }
}

extension DossierMaskedPlace {
    init(_ place: MaskedPlace) { self.init(sequence: place.entry, path: place.path, reason: place.reason) }
}

extension DossierFault {
    init(_ finding: DossierFinding) {
        self.init(
            kind: finding.kind.rawValue, first: finding.first, last: finding.last, sv: finding.text.sv,
            en: finding.text.en)
    }
}

extension DossierChange {
    /// With personal numbers masked.
    init(_ difference: DossierDifference) {
        let masking = DossierMasking()
        self.init(
            path: masking.masked(difference.path),
            before: difference.before.map { AnyJSON(masking.masked($0)) },
            after: difference.after.map { AnyJSON(masking.masked($0)) })
    }
}
