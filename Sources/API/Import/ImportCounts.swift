import JSON
import JSONRPC

/// How the notices of an import fared. Every notice seen is counted in exactly one of the others.
@WireType
package struct ImportCounts: Described {
    /// All notices met with: the sum of the other counts.
    @Derived package var seen: Int { stored + unchanged + superseded + refused + conflicting + foreign }
    /// Notices that are new.
    package var stored: Int = 0
    /// Notices that were stored already, with the same content.
    package var unchanged: Int = 0
    /// Notices that came as a later version of one that is stored.
    package var superseded: Int = 0
    /// What could not be read as a notice: see refusals.list.
    package var refused: Int = 0
    /// Notices with the version of a stored one, but other content. The stored one was kept.
    package var conflicting: Int = 0
    /// Notices of buyers outside import.countries, which are not stored; absent without any, and in lastImport.
    @Defaulted package var foreign: Int = 0
}
