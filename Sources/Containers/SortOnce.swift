extension [Int32] {
    /// Puts them in ascending order, without repeats.
    package mutating func sortOnce() {
        if count < 2 { return }
        sort()
        var end = 1
        for index in 1..<count where self[index] != self[end - 1] {
            self[end] = self[index]
            end += 1
        }
        removeLast(count - end)
    }
}
