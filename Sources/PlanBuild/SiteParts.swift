/// What a site is made of, and what each part of it was made from.
struct SiteParts: Equatable, Sendable {
    /// Files that are made together.
    struct Part: Equatable, Sendable {
        /// The texts that were read on the way, sorted.
        let texts: [String]
        /// The paths of the files on the site.
        let files: [String]
    }

    /// Exports, then pages, in the order in which a library gives them: the same library gives the same list.
    let parts: [Part]
    /// Assets, and files that authors have put beside their texts.
    let assets: [String]
    /// What robots and hosts are told, which goes by the pages that there are.
    var overviews: [String]

    /// The pages among the files.
    var pages: Set<String> { Set(parts.flatMap(\.files).filter { $0.hasSuffix("index.html") }) }
}
