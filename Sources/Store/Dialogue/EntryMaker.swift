import Foundation

/// How an entry of a dossier is made in the transaction that it is about; the store keeps dossiers without knowing what they
/// say.
package struct EntryMaker<Subject>: Sendable {
    /// The entry for what was written, at this time.
    package var entry: @Sendable (_ written: Subject, _ at: String) throws -> NewDossierEntry
    /// Its hash after the entry with this hash.
    package var hash: @Sendable (_ record: Data, _ sequence: Int, _ previous: String) throws -> String

    package init(
        entry: @escaping @Sendable (_ written: Subject, _ at: String) throws -> NewDossierEntry,
        hash: @escaping @Sendable (_ record: Data, _ sequence: Int, _ previous: String) throws -> String
    ) {
        self.entry = entry
        self.hash = hash
    }
}
