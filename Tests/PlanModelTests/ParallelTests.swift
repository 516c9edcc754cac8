import Foundation
import Synchronization
import Testing

@testable import PlanModel

@Suite struct ParallelTests {
    @Test(arguments: [0, 1, 2, 3, 1000])
    func resultsKeepTheOrderOfTheInputs(count: Int) {
        #expect(Parallel.map(Array(0..<count)) { $0 * 2 } == (0..<count).map { $0 * 2 })
    }

    /// The cores that have nothing to do any more take part in what one of them is still at.
    @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
    func workWithinWorkIsShared() {
        let seen = Mutex<Set<ObjectIdentifier>>([])
        let meeting = NSCondition()
        _ = Parallel.map([0, 1]) { outer in
            guard outer == 1 else { return [0] }
            return Parallel.map([0, 1]) { inner in
                // Whoever comes first waits for the other.
                meeting.lock()
                defer { meeting.unlock() }
                seen.withLock { _ = $0.insert(ObjectIdentifier(Thread.current)) }
                meeting.broadcast()
                // Other tests may keep all cores at work for a while.
                let end = Date(timeIntervalSinceNow: 300)
                while seen.withLock(\.count) < 2, meeting.wait(until: end) {}
                return inner
            }
        }
        #expect(seen.withLock(\.count) == 2)
    }

    @Test func workWithinWorkWithinWorkEnds() {
        let numbers = Array(0..<20)
        @Sendable func sum(_ make: @escaping @Sendable (Int) -> Int) -> Int { Parallel.map(numbers, make).reduce(0, +) }
        let sums = Parallel.map(numbers) { outer -> Int in sum { inner -> Int in sum { $0 + inner + outer } } }
        #expect(sums == numbers.map { 400 * $0 + 7_600 })
    }

    @Test func whatIsMadeAheadIsThereWhenItIsAskedFor() {
        let values = (0..<50).map { number in Ahead { number } }
        #expect(values.map(\.value) == Array(0..<50))
        #expect(values.map(\.value) == Array(0..<50))
    }
}
