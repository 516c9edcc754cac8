internal import PlanModel

extension PostingLists {
    /// The lists of an index in which some parts are weighed anew.
    ///
    /// - Parameters:
    ///   - old: the lists before.
    ///   - classes: the old class of each class; -1 for one without.
    ///   - parts: the number that each old part has now; `nil` for one that is weighed anew.
    ///   - found: what stands in the parts that were weighed anew.
    /// - Returns: the lists, and which classes have others than before.
    static func revised(
        _ old: PostingLists, classes: [Int32], parts: [UInt32?], found: PostingLists
    ) -> (lists: PostingLists, isChanged: [Bool]) {
        // Each part's shift, in values; `UInt32.max` for none.
        let targets = parts.map { $0 ?? UInt32.max }
        var ends: [UInt32] = []
        ends.reserveCapacity(classes.count)
        var isChanged = [Bool](repeating: true, count: classes.count)
        var count = 0
        let room = old.values.count + found.values.count
        let values = [UInt32](unsafeUninitializedCapacity: room) { values, initialized in
            LargeRoom.willFill(UnsafeMutableRawBufferPointer(values))
            old.values.withUnsafeBufferPointer { before in
                found.values.withUnsafeBufferPointer { found_ in
                    for (number, other) in classes.enumerated() {
                        let first = count
                        let range = other < 0 ? 0..<0 : old.range(of: Int(other))
                        var added = found.range(of: number)
                        var isSame = other >= 0 && added.isEmpty
                        for index in range {
                            let value = before[index]
                            let target = targets[Int(value >> 4)]
                            guard target != .max else {
                                isSame = false
                                continue
                            }
                            let moved = target << 4 | value & 15
                            isSame = isSame && moved == value
                            while !added.isEmpty, found_[added.lowerBound] < moved {
                                values[count] = found_[added.removeFirst()]
                                count += 1
                            }
                            values[count] = moved
                            count += 1
                        }
                        for index in added {
                            values[count] = found_[index]
                            count += 1
                        }
                        if other >= 0, !isSame, count - first == range.count {
                            isSame = zip(range, first..<count).allSatisfy { before[$0] == values[$1] }
                        }
                        isChanged[number] = !isSame
                        ends.append(UInt32(count))
                    }
                }
            }
            initialized = count
        }
        return (PostingLists(ends: ends, values: values), isChanged)
    }
}
