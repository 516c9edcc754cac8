import Foundation
import PlanFiles

/// What happens to a built site and to what builds keep, without anybody having edited the content.
enum OutputEdit: Edit {
    case fileRemoved, fileChanged, fileTouched, folderRemoved, foreignFile, foreignFolder, spareChanged, spareFile
    case recordChanged, recordCut, recordEmptied
    case spareRemoved, cacheRemoved, siteRemoved

    func apply(to project: Project, using chance: inout Chance) throws -> String? {
        // Without the list of checksums every file is nobody's.
        let files = project.paths(in: "public") { $0 != "public/checksums.txt" && $0 != "public/index.html" }
        guard let path = files.randomElement(using: &chance) else { return nil }
        let number = chance.number()
        switch self {
        case .fileRemoved: return try remove(path, project)
        case .fileChanged: return try change(path, project)
        case .fileTouched:
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000.25)],
                ofItemAtPath: project.folder + "/" + path)
            return path
        case .folderRemoved:
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            return folder == "public" ? nil : try remove(folder, project)
        case .siteRemoved: return try remove("public", project)
        case .foreignFile: return try put("Någons \(number)\n", path + ".eget", project)
        case .foreignFolder: return try put("Någons \(number)\n", "public/eget-\(number)/fil.txt", project)
        case .spareChanged:
            let spare = project.paths(in: ".klarplan") { $0.contains("/spare-") }
            guard let path = spare.randomElement(using: &chance) else { return nil }
            return try change(path, project)
        case .spareFile:
            let spare = project.paths(in: ".klarplan") { $0.contains("/spare-") }
            guard let path = spare.randomElement(using: &chance) else { return nil }
            return try put("Ingens \(number)\n", path + ".annat", project)
        case .spareRemoved:
            guard
                let spare = FileSystem.entries(of: project.folder + "/.klarplan").first(where: {
                    $0.hasPrefix("spare-")
                })
            else { return nil }
            return try remove(".klarplan/" + spare, project)
        case .cacheRemoved: return try remove(".klarplan", project)
        case .recordCut, .recordChanged, .recordEmptied:
            let records = project.paths(in: ".klarplan") { $0.contains("/record") }
            guard let path = records.randomElement(using: &chance) else { return nil }
            var bytes = try project.bytes(path)
            guard bytes.count > 100 else { return nil }
            switch self {
            case .recordCut: bytes.removeLast(Int.random(in: 1...60, using: &chance))
            case .recordEmptied: bytes = []
            default: bytes[Int.random(in: 0..<bytes.count, using: &chance)] ^= 0x10
            }
            try FileSystem.write(bytes, to: project.folder + "/" + path)
            return path
        }
    }

    private func remove(_ path: String, _ project: Project) throws -> String {
        try FileSystem.remove(project.folder + "/" + path)
        return path
    }

    private func put(_ text: String, _ path: String, _ project: Project) throws -> String {
        try FileSystem.makeFolder(((project.folder + "/" + path) as NSString).deletingLastPathComponent)
        try FileSystem.write(Array(text.utf8), to: project.folder + "/" + path)
        return path
    }

    /// Of the same size: only the bytes and the times tell.
    private func change(_ path: String, _ project: Project) throws -> String? {
        var bytes = try project.bytes(path)
        guard !bytes.isEmpty else { return nil }
        bytes[bytes.count / 2] ^= 0x01
        try FileSystem.write(bytes, to: project.folder + "/" + path)
        return path
    }
}
