internal import PlanModel

/// Words as numbers: the first word seen is 0, and so on.
struct FormTable: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each word begins in `bytes`; one more than there are words.
    private(set) var starts: [UInt32] = [0]
    /// Each with the number of a word and, above it, bits of its hash; -1 where empty.
    private var slots: [Int64]
    /// How many slots are not empty.
    private var used = 0

    init(capacity: Int = 1 << 12) {
        slots = [Int64](repeating: -1, count: capacity)
    }

    /// The words of a column, which are known to differ.
    init(_ words: TextColumn) {
        bytes = words.bytes
        starts += words.ends
        var capacity = 1 << 12
        while capacity < words.count * 2 + 2 { capacity *= 2 }
        slots = [Int64](repeating: -1, count: capacity)
        for form in 0..<words.count { place(form, hash: Self.hash(self[form])) }
    }

    /// Words of another table in another order, and new ones.
    ///
    /// - Parameters:
    ///   - order: words by their numbers there, new ones by numbers behind these.
    ///   - numbers: where each word of the other table stands in the order; -1 for those that are gone.
    ///   - added: the new words.
    init(renumbering old: FormTable, order: [UInt32], numbers: ArraySlice<Int32>, added: [ArraySlice<UInt8>]) {
        bytes.reserveCapacity(old.bytes.count + added.reduce(0) { $0 + $1.count })
        starts.reserveCapacity(order.count + 1)
        var next = 0
        while next < order.count {
            let first = Int(order[next])
            next += 1
            guard first < old.count else {
                bytes += added[first - old.count]
                starts.append(UInt32(bytes.count))
                continue
            }
            // Nearly all follow one another as they did.
            var last = first
            while next < order.count, Int(order[next]) == last + 1, last + 1 < old.count {
                last += 1
                next += 1
            }
            let shift = UInt32(bytes.count) &- old.starts[first]
            bytes += old.bytes[Int(old.starts[first])..<Int(old.starts[last + 1])]
            starts.append(contentsOf: old.starts[first + 1...last + 1].lazy.map { $0 &+ shift })
        }
        slots = old.slots
        used = old.used
        guard !order.isEmpty, (used + added.count) * 2 < slots.count else {
            grow()
            return
        }
        for (slot, value) in old.slots.enumerated() where value >= 0 {
            // A slot of a word that is gone leads to another word, which it is not: looking goes on behind it.
            slots[slot] = value & ~0x7FFF_FFFF | Int64(max(0, numbers[Int(value & 0x7FFF_FFFF)]))
        }
        for (form, word) in order.enumerated() where Int(word) >= old.count {
            place(form, hash: Self.hash(self[form]))
        }
    }

    var count: Int { starts.count - 1 }

    subscript(form: Int) -> ArraySlice<UInt8> { bytes[Int(starts[form])..<Int(starts[form + 1])] }

    /// In bytes.
    func length(of form: Int) -> Int { Int(starts[form + 1] - starts[form]) }

    func text(_ form: Int) -> String { String(decoding: self[form], as: UTF8.self) }

    /// The number of a word that may be new.
    mutating func insert(_ word: ArraySlice<UInt8>) -> Int {
        let hash = Self.hash(word)
        if let form = find(word, hash: hash) { return form }
        let form = count
        bytes += word
        starts.append(UInt32(bytes.count))
        if (used + 1) * 2 > slots.count { grow() } else { place(form, hash: hash) }
        return form
    }

    func find(_ word: ArraySlice<UInt8>) -> Int? { find(word, hash: Self.hash(word)) }

    private func find(_ word: ArraySlice<UInt8>, hash: Int) -> Int? {
        let mask = slots.count - 1
        let tag = Int64(hash >> 31)
        var slot = hash & mask
        return slots.withUnsafeBufferPointer { slots in
            while slots[slot] >= 0 {
                if slots[slot] >> 31 == tag {
                    let form = Int(slots[slot] & 0x7FFF_FFFF)
                    if equals(form, word) { return form }
                }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }

    func find(_ word: [UInt8]) -> Int? { find(word[...]) }

    private func equals(_ form: Int, _ word: ArraySlice<UInt8>) -> Bool {
        let start = Int(starts[form])
        let count = word.count
        guard Int(starts[form + 1]) - start == count else { return false }
        return word.withUnsafeBufferPointer { word in
            bytes.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return count == 0 }
                return word.equals(base + start)
            }
        }
    }

    private mutating func place(_ form: Int, hash: Int) {
        let mask = slots.count - 1
        var slot = hash & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int64(hash >> 31) << 31 | Int64(form)
        used += 1
    }

    private mutating func grow() {
        slots = [Int64](repeating: -1, count: slots.count * 2)
        used = 0
        for form in 0..<count { place(form, hash: Self.hash(self[form])) }
    }

    static func hash(_ word: ArraySlice<UInt8>) -> Int {
        word.withUnsafeBufferPointer { WordHash().adding($0).value }
    }

    func withPointers<Result>(
        _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<Int64>) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            starts.withUnsafeBufferPointer { starts in
                slots.withUnsafeBufferPointer { body(bytes, starts, $0) }
            }
        }
    }
}
