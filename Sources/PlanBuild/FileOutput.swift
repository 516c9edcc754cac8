import PlanFiles
package import PlanModel

/// Files that the command writes where it is told to, apart from any site.
package enum FileOutput {
    /// Makes the folder if need be; files of the same names are replaced.
    package static func write(_ files: [(name: String, bytes: [UInt8])], into folder: String) throws(MachineFailure) {
        try FileSystem.makeFolder(folder)
        for file in files { try FileSystem.write(file.bytes, to: folder + "/" + file.name) }
    }
}
