import PlanModel

/// What all connections share: the board, who listens, and the key that lets the preview's own pages open files.
final class PreviewSite: Sendable {
    let board: Board
    let streams = EventStreams()
    /// Known to pages of the preview alone, new at each start.
    let token: String

    private let parts: [String: [UInt8]]
    private let project: String
    private let editor: EditorCommand?

    init(board: Board, parts: [String: [UInt8]], project: String, editor: EditorCommand?) {
        self.board = board
        self.parts = parts
        self.project = project
        self.editor = editor
        var random = SystemRandomNumberGenerator()
        token = (0..<2).map { _ in String(random.next(), radix: 16) }.joined()
        let streams = streams
        board.listen { streams.tellAll() }
    }

    /// The pages as they are at this moment.
    var pages: PreviewPages { PreviewPages(state: board.current, parts: parts) }

    func message(_ question: EventQuestion) -> String {
        guard let path = question.path ?? RequestPath("/") else { return "{}" }
        return StateMessage(
            pages, path: path, language: question.language, token: token, canOpen: editor != nil
        ).json
    }

    /// - Returns: whether an editor was started.
    func open(_ position: SourcePosition) -> Bool { editor?.open(position, in: project) ?? false }
}
