import JSON
import JSONRPC

/// Where an answer is kept: for `dossier.get` and `dossier.replay`, and to be written down beside it.
@WireType
package struct DossierReference: Described {
    /// The dossier. A plan that is changed is a further entry of the same one.
    package var id: String
    /// The number of the entry in the chain of all dossiers.
    package var sequence: Int
    /// The entry's hash, 64 hexadecimal digits. Whoever has it can tell later that nothing was changed.
    package var hash: String

    static var example: DossierReference {
        DossierReference(
            id: "d-kfhwtbzmrqpn", sequence: 42,
            hash: "66e80baeb7885454810ba20f063a5c472709b5f88e50202b91ed2d4351c29b24")
    }
}

/// An answer that can be kept in a dossier.
package protocol KeptAnswer: Described {
    /// The generation of the data that it rests on.
    var generation: Int { get }
    /// Where it is kept; `nil` where it isn't. No part of what is kept.
    var dossier: DossierReference? { get set }
}

/// Parameters of a list, which is kept where the caller says so or the configuration does.
package protocol KeptOnRequest {
    /// `nil` leaves it to the configuration: `dossier.lists`.
    var keep: Bool? { get }
}

/// Parameters of a plan, which can go on with the dossier of an earlier one.
package protocol DossierContinuing {
    /// The id of the dossier to add to; `nil` begins one.
    var dossier: String? { get }
}
