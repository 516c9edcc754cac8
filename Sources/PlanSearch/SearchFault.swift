/// Why a file of the index could not be read.
package enum SearchFault: Error, Sendable, Hashable {
    /// The file is not there.
    case missing(file: String)
    /// The file ends too early, is too long, or says what cannot be.
    case cut(file: String)
    /// The index was written in another version of the format.
    case otherVersion(file: String, version: Int)
}
