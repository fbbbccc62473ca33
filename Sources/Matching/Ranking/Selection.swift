/// The best few of many scores.
enum Selection {
    /// Brings the elements into such an order that none before a place has a higher score than one from it on (Hoare 1961,
    /// "Algorithm 65: Find").
    static func split<Element>(_ elements: inout [Element], at place: Int, by score: (Element) -> Float) {
        var (low, high) = (0, elements.count - 1)
        while low < high {
            let pivot = score(elements[(low + high) / 2])
            var (left, right) = (low, high)
            while left <= right {
                while score(elements[left]) < pivot { left += 1 }
                while pivot < score(elements[right]) { right -= 1 }
                if left <= right {
                    elements.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right {
                high = right
            } else if place >= left {
                low = left
            } else {
                return
            }
        }
    }

    /// The numbers of the `limit` highest scores, best first; equal scores by number.
    static func best<Score: Comparable>(_ scores: [Score], _ limit: Int) -> [Int32] {
        // A heap of the best so far with the worst of them on top.
        var heap: [(score: Score, number: Int32)] = []
        heap.reserveCapacity(min(limit, scores.count))
        func isWorse(_ left: (score: Score, number: Int32), _ right: (score: Score, number: Int32)) -> Bool {
            left.score != right.score ? left.score < right.score : left.number > right.number
        }
        func sink(_ start: Int) {
            var parent = start
            while true {
                var worst = parent
                for child in [2 * parent + 1, 2 * parent + 2]
                where child < heap.count && isWorse(heap[child], heap[worst]) {
                    worst = child
                }
                if worst == parent { return }
                heap.swapAt(parent, worst)
                parent = worst
            }
        }
        guard limit > 0 else { return [] }
        for (number, score) in scores.enumerated() {
            if heap.count < limit {
                heap.append((score, Int32(number)))
                if heap.count == limit { for start in stride(from: limit / 2, through: 0, by: -1) { sink(start) } }
            } else if score > heap[0].score {
                heap[0] = (score, Int32(number))
                sink(0)
            }
        }
        return heap.sorted { isWorse($1, $0) }.map(\.number)
    }
}
