import Foundation
import PlanFiles

/// A change of files as such: their names and places, their times, whether they are there.
enum FileEdit: Edit {
    case rename, move, renameFolder, moveFolder, removal, folderRemoval, copy, exchange, otherCase, otherEnding
    case fileToFolder, touch, touchFolder, replacedByTheSame, sameSize, sameSizeAndTime, emptied, nothing

    func apply(to project: Project, using chance: inout Chance) throws -> String? {
        let files = project.paths(in: "Content")
        let path = chance.pick(files)
        let number = chance.number()
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let parent = String(path.dropLast(name.count + 1))
        switch self {
        case .rename:
            guard name != "index.md" else { return nil }
            return try move(path, to: "\(parent)/n\(number)-" + name.suffix(12), in: project)
        case .move:
            return try move(path, to: chance.pick(project.contentFolders) + "/" + name, in: project)
        case .renameFolder:
            guard parent != "Content" else { return nil }
            return try move(parent, to: parent + "\(number)", in: project)
        case .moveFolder:
            let target = chance.pick(project.contentFolders)
            guard parent != "Content", !target.hasPrefix(parent) else { return nil }
            return try move(parent, to: "\(target)/flyttad-\(number)", in: project)
        case .removal: try FileSystem.remove(project.folder + "/" + path)
        case .folderRemoval:
            // Never most of what is there.
            guard parent.split(separator: "/").count > 2 else { return nil }
            try FileSystem.remove(project.folder + "/" + parent)
            return parent
        case .copy: try project.write(Data(try project.bytes(path)), to: "\(parent)/kopia-\(number)-" + name.suffix(12))
        case .exchange:
            let other = chance.pick(files)
            let (first, second) = (try project.bytes(path), try project.bytes(other))
            try project.write(Data(second), to: path)
            try project.write(Data(first), to: other)
            return "\(path), \(other)"
        case .otherCase: return try move(path, to: parent + "/" + name.uppercased(), in: project)
        case .otherEnding:
            return try move(path, to: path.hasSuffix(".txt") ? path.dropLast(3) + "md" : path + ".txt", in: project)
        case .fileToFolder:
            guard name.hasSuffix(".md"), name != "index.md" else { return nil }
            let bytes = try project.bytes(path)
            try FileSystem.remove(project.folder + "/" + path)
            try project.write(Data(bytes), to: path.dropLast(3) + "/index.md")
        case .touch: setTime(of: path, in: project, to: Double(1_700_000_000 + number) + 0.25)
        case .touchFolder: setTime(of: parent, in: project, to: Double(1_700_000_000 + number) + 0.25)
        case .replacedByTheSame:
            // As editors save: a file of its own that takes the old one's place.
            let bytes = try project.bytes(path)
            try FileSystem.write(bytes, to: project.folder + "/" + path + ".tmp")
            try FileSystem.move(project.folder + "/" + path + ".tmp", to: project.folder + "/" + path)
        case .sameSize, .sameSizeAndTime:
            var bytes = try project.bytes(path)
            guard let place = bytes.lastIndex(of: UInt8(ascii: "e")) else { return nil }
            let time = FileSystem.stamp(project.folder + "/" + path)?.modified ?? 0
            bytes[place] = UInt8(ascii: "o")
            try project.write(Data(bytes), to: path)
            if self == .sameSizeAndTime { setTime(of: path, in: project, to: Double(time) / 1e9) }
        case .emptied: try project.write("\n", to: path)
        case .nothing: return "nothing"
        }
        return path
    }

    private func move(_ from: String, to: String, in project: Project) throws -> String? {
        guard from != to, !FileSystem.exists(project.folder + "/" + to) else { return nil }
        try FileSystem.makeFolder(((project.folder + "/" + to) as NSString).deletingLastPathComponent)
        try FileSystem.move(project.folder + "/" + from, to: project.folder + "/" + to)
        return "\(from) → \(to)"
    }

    private func setTime(of path: String, in project: Project, to time: Double) {
        try? FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: time)], ofItemAtPath: project.folder + "/" + path)
    }
}
