import PlanModel
import PlanPages
import PlanReader
import Synchronization

/// What a process that builds again and again keeps from one build to the next: each thing together with all that it was
/// made from, so that it is used again only where it would be the same.
package final class BuildMemory: Sendable {
    let files = ReaderMemory()
    let templates = Slot<TemplateKey, [Language: TemplateSet]>()
    let assets = Slot<AssetKey, SiteAssets>()

    package init() {}

    struct TemplateKey: Equatable, Sendable {
        let texts: [String: [UInt8]]
        let own: Set<String>
        let strings: [Language: InterfaceStrings]
    }

    struct AssetKey: Equatable, Sendable {
        let sources: AssetSources
        let theme: SiteTheme
    }

    /// One thing and its key; another key takes its place.
    final class Slot<Key: Equatable & Sendable, Value: Sendable>: Sendable {
        private let held = Mutex<(key: Key, value: Value)?>(nil)

        func value<Failure: Error>(_ key: Key, make: () throws(Failure) -> Value) throws(Failure) -> Value {
            if let held = held.withLock({ $0 }), held.key == key { return held.value }
            let value = try make()
            held.withLock { $0 = (key, value) }
            return value
        }
    }
}
