internal import CStemmer
internal import PlanModel

/// The Snowball stemmer of a language (libstemmer); the only code that sees a pointer of it.
///
/// Used when an index is built, never when it is asked. Not to be shared between threads.
struct Stemmer: ~Copyable {
    private let pointer: OpaquePointer

    init(_ language: Language) {
        let name =
            switch language {
            case .swedish: "swedish"
            case .english: "english"
            }
        guard let pointer = sb_stemmer_new(name, "UTF_8") else {
            preconditionFailure("libstemmer has Swedish and English in UTF-8")
        }
        self.pointer = pointer
    }

    deinit { sb_stemmer_delete(pointer) }

    /// The stem of a word in lower case; the word itself where there is no memory for it.
    func stem(_ word: [UInt8]) -> [UInt8] {
        guard let result = sb_stemmer_stem(pointer, word, Int32(word.count)) else { return word }
        return Array(UnsafeBufferPointer(start: result, count: Int(sb_stemmer_length(pointer))))
    }
}
