package import PlanModel

/// A page before it is made, or several that are made together.
package struct PagePart: Sendable {
    /// The path of the one page; `nil` where making tells which files there are.
    package let path: String?
    /// The folder that all files lie in, with its slash; empty where they may lie anywhere.
    package var folder = ""
    /// Makes the files: none where there turns out to be nothing to show.
    package let make: @Sendable (Edition) -> [SiteFile]
}
