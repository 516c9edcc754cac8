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
        let revision = Revision(old: old, classes: classes, targets: parts.map { $0 ?? .max }, found: found)
        let ranges = revision.ranges(of: 16)
        // Each range is written to its own place, which the ranges before it tell.
        var places = [0]
        for count in Workers.map(ranges.count, { revision.count(ranges[$0]) }) {
            places.append(places[places.count - 1] + count)
        }
        var ends: [UInt32] = []
        ends.reserveCapacity(classes.count)
        var isChanged: [Bool] = []
        isChanged.reserveCapacity(classes.count)
        let values = [UInt32](unsafeUninitializedCapacity: places[ranges.count]) { values, initialized in
            LargeRoom.willFill(UnsafeMutableRawBufferPointer(values))
            // Each place is written by one thread.
            nonisolated(unsafe) let values = values
            let written = Workers.map(ranges.count) { [places] number in
                let place = places[number]..<places[number + 1]
                return revision.write(ranges[number], to: UnsafeMutableBufferPointer(rebasing: values[place]))
            }
            for (number, range) in written.enumerated() {
                ends += range.ends.map { $0 + UInt32(places[number]) }
                isChanged += range.isChanged
            }
            initialized = places[ranges.count]
        }
        return (PostingLists(ends: ends, values: values), isChanged)
    }

    /// What new lists are made from.
    private struct Revision: Sendable {
        let old: PostingLists
        /// The old class of each class; -1 for one without.
        let classes: [Int32]
        /// The number that each old part has now; `UInt32.max` for one that is weighed anew.
        let targets: [UInt32]
        let found: PostingLists

        /// Classes that follow one another, so many times about as many postings.
        func ranges(of pieces: Int) -> [Range<Int>] {
            let most = max(1, (old.values.count + found.values.count) / pieces)
            var ranges: [Range<Int>] = []
            var (start, count) = (0, 0)
            for (number, other) in classes.enumerated() {
                count += found.range(of: number).count + (other < 0 ? 0 : old.range(of: Int(other)).count)
                guard count >= most else { continue }
                ranges.append(start..<number + 1)
                (start, count) = (number + 1, 0)
            }
            ranges.append(start..<classes.count)
            return ranges
        }

        /// How many postings some classes have.
        func count(_ range: Range<Int>) -> Int {
            old.values.withUnsafeBufferPointer { before in
                targets.withUnsafeBufferPointer { targets in
                    var count = 0
                    for number in range {
                        count += found.range(of: number).count
                        guard classes[number] >= 0 else { continue }
                        for index in old.range(of: Int(classes[number])) where targets[Int(before[index] >> 4)] != .max
                        {
                            count += 1
                        }
                    }
                    return count
                }
            }
        }

        /// Writes the postings of some classes.
        ///
        /// - Parameter values: room for just as many.
        /// - Returns: behind the last of each class, from the beginning of the room, and which classes have others than before.
        func write(
            _ range: Range<Int>, to values: UnsafeMutableBufferPointer<UInt32>
        ) -> (ends: [UInt32], isChanged: [Bool]) {
            var ends: [UInt32] = []
            ends.reserveCapacity(range.count)
            var isChanged: [Bool] = []
            isChanged.reserveCapacity(range.count)
            var count = 0
            old.values.withUnsafeBufferPointer { before in
                found.values.withUnsafeBufferPointer { new in
                    targets.withUnsafeBufferPointer { targets in
                        for number in range {
                            let first = count
                            let other = classes[number]
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
                                while !added.isEmpty, new[added.lowerBound] < moved {
                                    values[count] = new[added.removeFirst()]
                                    count += 1
                                }
                                values[count] = moved
                                count += 1
                            }
                            for index in added {
                                values[count] = new[index]
                                count += 1
                            }
                            if other >= 0, !isSame, count - first == range.count {
                                isSame = zip(range, first..<count).allSatisfy { before[$0] == values[$1] }
                            }
                            isChanged.append(!isSame)
                            ends.append(UInt32(count))
                        }
                    }
                }
            }
            return (ends, isChanged)
        }
    }
}
