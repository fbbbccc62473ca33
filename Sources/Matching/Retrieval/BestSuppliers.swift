/// The best few of what is offered: the largest scores, equal ones by the supplier's number.
struct BestSuppliers {
    /// A score and a supplier in one number that is larger for the better.
    private var heap: [UInt64] = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(limit)
    }

    static func key(_ score: Int32, _ supplier: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: score)) << 32 | UInt64(UInt32.max - UInt32(bitPattern: supplier))
    }

    /// No smaller score gets in any more; an equal one does by a lower number. At least 1: nothing is no hit.
    var leastScore: Int32 { heap.count < limit ? 1 : Int32(truncatingIfNeeded: heap[0] >> 32) }

    mutating func offer(_ key: UInt64) {
        if heap.count < limit {
            heap.append(key)
            var child = heap.count - 1
            while child > 0, heap[(child - 1) / 2] > key {
                heap[child] = heap[(child - 1) / 2]
                child = (child - 1) / 2
            }
            heap[child] = key
        } else if limit > 0, key > heap[0] {
            var parent = 0
            while true {
                var child = 2 * parent + 1
                if child >= heap.count { break }
                if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
                if heap[child] >= key { break }
                heap[parent] = heap[child]
                parent = child
            }
            heap[parent] = key
        }
    }

    /// Best first.
    var ranked: [RetrievalIndex.Hit] {
        heap.sorted(by: >).map { key in
            RetrievalIndex.Hit(
                supplier: Int32(truncatingIfNeeded: UInt64(UInt32.max) - (key & UInt64(UInt32.max))),
                score: Int32(truncatingIfNeeded: key >> 32))
        }
    }
}
