import PlanFiles
import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A place for a file that another library writes and this one reads: a folder of its own, gone when its owner is.
struct TemporaryFile: ~Copyable {
    let folder: String
    var path: String { folder + "/workbook.xlsx" }

    /// - Parameter parent: a folder that exists.
    init(in parent: String) throws(MachineFailure) {
        var template = Array((parent + "/workbook-XXXXXX").utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else { throw FileSystem.writeFailure(parent, reason: String(cString: strerror(errno))) }
        folder = made
    }

    deinit {
        unlink(path)
        rmdir(folder)
    }

    /// What the file holds.
    func bytes() throws(MachineFailure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure() }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    private func failure() -> MachineFailure {
        .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
}
