import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension FileSystem {
    /// What lies below a folder: paths relative to it, sorted.
    package struct Tree: Equatable, Sendable {
        package var files: [String] = []
        /// Those above before those within.
        package var folders: [String] = []
        /// Links, what is neither file nor folder, and folders whose names aren't UTF-8, into which nobody can look.
        package var others: [String] = []

        package init(files: [String] = [], folders: [String] = [], others: [String] = []) {
            self.files = files
            self.folders = folders
            self.others = others
        }
    }

    /// What lay below a folder, and by what its folders tell that they hold what they held: one that is as it was needn't be
    /// listed again.
    package struct Survey: Equatable, Sendable {
        package var tree = Tree()
        /// The stamp of each folder within; ``Stamp/unsettled`` where something may have come that it doesn't tell of. What
        /// was asked for itself has none: it is listed each time.
        package var stamps: [String: Stamp] = [:]

        package init(tree: Tree = Tree(), stamps: [String: Stamp] = [:]) {
            self.tree = tree
            self.stamps = stamps
        }

        /// Whether a folder holds what it held in an earlier survey.
        package func holds(_ folder: String, asIn last: Survey) -> Bool {
            guard let stamp = stamps[folder], stamp != .unsettled else { return false }
            return last.stamps[folder] == stamp
        }

        fileprivate mutating func add(_ other: Survey) {
            tree.files += other.tree.files
            tree.folders += other.tree.folders
            tree.others += other.tree.others
            if stamps.isEmpty { stamps = other.stamps } else { stamps.merge(other.stamps) { first, _ in first } }
        }

        fileprivate mutating func finish() {
            // Names that only look alike, and folders that can't be read: of such a tree nothing is known but the list.
            if stamps.count != tree.folders.count { stamps = [:] }
            tree.files.sort()
            tree.folders.sort()
            tree.others.sort()
        }
    }

    /// What lies below a folder; links are not followed, and what can't be read is left out.
    package static func tree(below folder: String) -> Tree { survey(below: folder, since: nil).tree }

    /// What lies below a folder, as ``tree(below:)``.
    ///
    /// - Parameter last: what lay there once: only folders that have changed since are listed.
    package static func survey(below folder: String, since last: Survey?) -> Survey {
        let now = now
        // Folders one by one, so that all cores take part.
        func looked(_ paths: [String], isDeep: Bool) -> [Survey] {
            Parallel.map(paths) { look(below: folder, from: $0, isDeep: isDeep, at: now) }
        }
        var found = look(below: folder, from: "", isDeep: false, at: now)
        func all() -> Survey {
            var found = found
            for within in looked(found.tree.folders, isDeep: true) { found.add(within) }
            found.finish()
            return found
        }
        guard let last else { return all() }
        let asked = askedStamps(last.tree.folders, in: folder, at: now)
        func isWithin(_ path: String) -> Bool { path.utf8.contains(UInt8(ascii: "/")) }
        if zip(last.tree.folders, asked).allSatisfy({ $1 != nil && $1 != .unsettled && $1 == last.stamps[$0] }),
            found.tree.folders.sorted() == last.tree.folders.filter({ !isWithin($0) })
        {
            // Most times nothing has happened but, perhaps, to files at the top.
            let rest = Tree(
                files: last.tree.files.filter(isWithin), folders: last.tree.folders.filter(isWithin),
                others: last.tree.others.filter(isWithin))
            found.add(Survey(tree: rest, stamps: last.stamps))
            found.finish()
            return found
        }
        let stamps = folderStamps(last.tree.folders, asked)
        // Where names of two folders only look the same, or one has become a link, nothing is known.
        guard stamps.count == asked.count(where: { $0 != nil }) else { return all() }
        var standing: [String: Stamp] = [:]
        standing.reserveCapacity(stamps.count)
        var changed: [String] = []
        for (path, stamp) in zip(last.tree.folders, asked) where stamps[path] != nil {
            if let stamp, stamp != .unsettled, last.stamps[path] == stamp {
                standing[path] = stamp
            } else {
                changed.append(path)
            }
        }
        for listed in looked(changed, isDeep: false) { found.add(listed) }
        // What couldn't be asked for, though the list of the folder above is as it was, is still there.
        let lost = last.tree.folders.filter { stamps[$0] == nil && isStanding($0) }
        // Of two spellings that only look the same, one may be new.
        func isKnown(_ path: String) -> Bool {
            stamps.index(forKey: path).map { stamps[$0].key.utf8.elementsEqual(path.utf8) } ?? false
        }
        for new in looked(found.tree.folders.filter { !isKnown($0) } + lost, isDeep: true) { found.add(new) }
        func isStanding(_ path: String) -> Bool {
            path.utf8.lastIndex(of: UInt8(ascii: "/")).map { standing[String(path[..<$0])] != nil } ?? false
        }
        let rest = Tree(
            files: last.tree.files.filter(isStanding), folders: last.tree.folders.filter(isStanding),
            others: last.tree.others.filter(isStanding))
        found.add(Survey(tree: rest, stamps: standing))
        found.finish()
        return found
    }

    /// The stamps of folders; of what is none, or lies behind a link, there is none.
    ///
    /// - Parameters:
    ///   - paths: relative to `folder`; those above before those within.
    ///   - known: of folders that needn't be asked for.
    ///   - moment: in nanoseconds since 1970. What has changed after it may hold more than is known.
    package static func folderStamps(
        _ paths: [String], in folder: String, known: [String: Stamp] = [:], at moment: Int64
    ) -> [String: Stamp] {
        folderStamps(paths, askedStamps(paths, in: folder, known: known, at: moment))
    }

    /// The stamp of each folder, or of what lies there behind a link.
    private static func askedStamps(
        _ paths: [String], in folder: String, known: [String: Stamp] = [:], at moment: Int64
    ) -> [Stamp?] {
        asking(paths, in: folder, flags: AT_SYMLINK_NOFOLLOW) { path, ask in
            if let stamp = known[path] { return stamp }
            guard let info = ask(), info.st_mode & S_IFMT == S_IFDIR else { return nil }
            return Stamp(info).settled(at: moment)
        }
    }

    /// - Parameter asked: the stamp of each path.
    private static func folderStamps(_ paths: [String], _ asked: [Stamp?]) -> [String: Stamp] {
        var stamps: [String: Stamp] = [:]
        stamps.reserveCapacity(paths.count)
        for (path, stamp) in zip(paths, asked) {
            guard let stamp else { continue }
            let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
            if let slash, stamps[String(path[..<slash])] == nil { continue }
            stamps[path] = stamp
        }
        return stamps
    }

    /// What lies below a folder within `folder`, in any order.
    ///
    /// - Parameter isDeep: whether folders in it are looked into.
    private static func look(below folder: String, from start: String, isDeep: Bool, at now: Int64) -> Survey {
        var found = Survey()
        var open = [start]
        while let path = open.popLast() {
            guard let stream = opendir(path.isEmpty ? folder : folder + "/" + path) else { continue }
            defer { closedir(stream) }
            var info = stat()
            if !path.isEmpty, fstat(dirfd(stream), &info) == 0 { found.stamps[path] = Stamp(info).settled(at: now) }
            while let item = readdir(stream) {
                let (name, isUTF8) = withUnsafeBytes(of: &item.pointee.d_name) { bytes in
                    let bytes = bytes.prefix { $0 != 0 }
                    let name = String(validating: bytes, as: UTF8.self)
                    return (name ?? String(decoding: bytes, as: UTF8.self), name != nil)
                }
                if name == "." || name == ".." { continue }
                let inner = path.isEmpty ? name : path + "/" + name
                switch Int(item.pointee.d_type) {
                case Int(DT_DIR) where !isUTF8: found.tree.others.append(inner)
                case Int(DT_REG): found.tree.files.append(inner)
                case Int(DT_DIR):
                    found.tree.folders.append(inner)
                    if isDeep { open.append(inner) }
                case Int(DT_UNKNOWN):
                    // Some file systems don't tell.
                    switch entry(folder + "/" + inner) {
                    case .file: found.tree.files.append(inner)
                    case .folder:
                        found.tree.folders.append(inner)
                        if isDeep { open.append(inner) }
                    case .other: found.tree.others.append(inner)
                    case nil: break
                    }
                default: found.tree.others.append(inner)
                }
            }
        }
        return found
    }
}
