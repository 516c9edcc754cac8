import PlanModel

/// What is wrong with a call whose form is right: a folder that isn't there, an id that is taken. The form of the call, which
/// the parser shows with its own errors, would help nobody.
struct CallError: Error {
    let message: LocalizedText

    init(sv swedish: String, en english: String) { message = LocalizedText(sv: swedish, en: english) }

    init(_ message: LocalizedText) { self.message = message }

    /// A message as those of the parser begin.
    static func text(_ message: LocalizedText, _ language: Language) -> String {
        (language == .swedish ? "Fel: " : "Error: ") + message[language]
    }
}
