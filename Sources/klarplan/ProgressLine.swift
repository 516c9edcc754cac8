import Dispatch
import Foundation
import PlanBuild
import PlanModel
import Synchronization

/// One line at the bottom of the terminal that says how far a long work has come.
///
/// Nothing is written where standard error is no terminal, nor in the first half second.
final class ProgressLine: Sendable {
    private struct State {
        var text = ""
        var isVisible = false
        var isOver = false
    }

    private let state = Mutex(State())
    private let language: Language
    private let isOn: Bool

    init(_ language: Language, isOn: Bool = Terminal.canRewrite(.error)) {
        self.language = language
        self.isOn = isOn
        guard isOn else { return }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500)) { [weak self] in self?.appear() }
    }

    /// Says that a phase has begun.
    func tell(_ phase: BuildPhase) {
        guard isOn else { return }
        let text = words(of: phase)[language]
        state.withLock { state in
            state.text = text
            if state.isVisible, !state.isOver { Self.draw(text) }
        }
    }

    /// Takes the line away; nothing is written after it.
    func end() {
        state.withLock { state in
            if state.isVisible { Self.draw("") }
            state.isVisible = false
            state.isOver = true
        }
    }

    private func appear() {
        state.withLock { state in
            guard !state.isOver else { return }
            state.isVisible = true
            Self.draw(state.text)
        }
    }

    /// Writes over the line: back to its start, and what was there is erased.
    private static func draw(_ text: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    private func words(of phase: BuildPhase) -> LocalizedText {
        switch phase {
        case .reading: LocalizedText(sv: "1/5 läser innehållet …", en: "1/5 reading the content …")
        case .checking(let count):
            LocalizedText(sv: "2/5 kontrollerar \(count) poster …", en: "2/5 checking \(count) entities …")
        case .pages(let count):
            LocalizedText(
                sv: "3/5 gör sidor, \(count) filer hittills …", en: "3/5 making pages, \(count) files so far …")
        case .exports(let count):
            LocalizedText(
                sv: "4/5 gör öppna data, \(count) filer hittills …", en: "4/5 making open data, \(count) files so far …"
            )
        case .writing(let count): LocalizedText(sv: "5/5 skriver \(count) filer …", en: "5/5 writing \(count) files …")
        }
    }
}
