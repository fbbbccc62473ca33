extension StringProtocol {
    /// What stands after the first such part, compared by bytes; `nil` where there is none.
    ///
    /// For names in ASCII. Searching in a `String` heeds characters of several parts and takes many times as long.
    func rest(after part: StaticString) -> SubSequence? {
        let bytes = utf8
        let count = part.utf8CodeUnitCount
        guard count > 0 else { return self[...] }
        var start = bytes.startIndex
        while let found = bytes[start...].firstIndex(of: part.utf8Start[0]) {
            if bytes[found...].starts(with: UnsafeBufferPointer(start: part.utf8Start, count: count)) {
                return self[bytes.index(found, offsetBy: count)...]
            }
            start = bytes.index(after: found)
        }
        return nil
    }
}
