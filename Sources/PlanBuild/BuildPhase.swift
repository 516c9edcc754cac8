/// How far a build has come.
package enum BuildPhase: Sendable, Hashable {
    case reading
    /// Templates and what entities say of each other.
    case checking(entities: Int)
    /// The pages of one edition are made; how many files there are so far.
    case pages(files: Int)
    /// Tables, workbooks, feeds.
    case exports(files: Int)
    case writing(files: Int)
}
