/// The places in a text that `#…` may lead to.
///
/// Most texts have a handful that nobody asks for: a sorted list takes a fraction of the room of a set, and no hashing.
package struct AnchorNames: Equatable, Sendable {
    /// Sorted, each once.
    package let names: [String]

    /// - Parameter names: in any order.
    package init(_ names: [String]) {
        var sorted = names.sorted()
        var count = 0
        for index in sorted.indices where index == 0 || sorted[index] != sorted[count - 1] {
            if count != index { sorted.swapAt(count, index) }
            count += 1
        }
        sorted.removeLast(sorted.count - count)
        self.names = sorted
    }

    package func contains(_ name: String) -> Bool {
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if names[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low < names.count && names[low] == name
    }
}
