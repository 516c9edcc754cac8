/// Compares values of whatever kind.
enum Difference {
    /// Where two values differ, member by member, so that a member which nobody writes is told.
    static func first(of left: Any, _ right: Any, at path: String) -> String? {
        let (one, two) = (Mirror(reflecting: left), Mirror(reflecting: right))
        if one.displayStyle == .dictionary || one.displayStyle == .set {
            func parts(_ mirror: Mirror) -> [String: Any] {
                Dictionary(
                    mirror.children.map { child in
                        let pair = mirror.displayStyle == .set ? nil : Array(Mirror(reflecting: child.value).children)
                        return (String(reflecting: pair?[0].value ?? child.value), pair?[1].value ?? child.value)
                    }, uniquingKeysWith: { first, _ in first })
            }
            let (first, second) = (parts(one), parts(two))
            guard first.keys.sorted() == second.keys.sorted() else { return path + ": keys" }
            return first.keys.sorted().lazy.compactMap { key in
                self.first(of: first[key] as Any, second[key] as Any, at: "\(path)[\(key)]")
            }.first
        }
        guard one.children.count == two.children.count else { return path + ": count" }
        if one.children.isEmpty {
            return String(reflecting: left) == String(reflecting: right) ? nil : "\(path): \(left), \(right)"
        }
        for (first, second) in zip(one.children, two.children) {
            guard first.label == second.label else { return path + ": case" }
            let inner = path + "." + (first.label ?? "")
            if let difference = self.first(of: first.value, second.value, at: inner) { return difference }
        }
        return nil
    }
}
