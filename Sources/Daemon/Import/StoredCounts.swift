import struct Store.ImportCounts

/// The store's counts of an import. The contract has a type of the same name, and the module's name is that of its
/// main type too, so that only a scoped import can tell them apart.
package typealias StoredCounts = ImportCounts
