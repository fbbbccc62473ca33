import Containers

/// Words as UTF-16, numbered from 0 in the order in which they were first seen.
package typealias Vocabulary = Interner<UInt16>

extension Vocabulary {
    /// - Parameter words: as they are folded.
    package init(_ words: some Sequence<String>) {
        self.init()
        for word in words { _ = intern(Array(word.utf16)[...]) }
    }

    /// A word.
    package func string(_ number: Int32) -> String { String(decoding: self[number], as: UTF16.self) }

    /// What holds of each word, by its number.
    package func map<Value>(_ value: (ArraySlice<UInt16>) -> Value) -> [Value] {
        (0..<Int32(count)).map { value(self[$0]) }
    }
}
