import PlanModel
import PlanPages

/// What the preview answers: status, type and bytes.
struct Answer: Sendable {
    var status: Int
    var type: String
    var bytes: [UInt8]
    /// Where to instead, for a redirection.
    var location: String?
    /// Whether the name changes with the content, so that a copy never grows old.
    var isLasting = false
    /// The methods that would do, for a question with another.
    var allow: String?
    /// Tells one content from another; `nil` where it is not to be kept.
    var tag: String?

    init(status: Int = 200, type: String, bytes: [UInt8], tag: String? = nil) {
        self.status = status
        self.type = type
        self.bytes = bytes
        self.tag = tag
    }

    /// A few plain words, for programs and for those whom no page is shown.
    static func plain(_ status: Int, _ words: LocalizedText) -> Answer {
        Answer(
            status: status, type: "text/plain; charset=utf-8",
            bytes: Array((words.swedish + "\n" + words.english + "\n").utf8))
    }

    static func redirection(to location: String) -> Answer {
        var answer = plain(302, LocalizedText(sv: "Sidan ligger på \(location)", en: "The page is at \(location)"))
        answer.location = location
        return answer
    }

    /// What goes with every answer: the site's own policy, and that nobody else shows, loads or keeps it.
    static let headers: [(String, String)] = [
        ("Content-Security-Policy", SitePolicy.ofPages + "; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
}

/// A tag of bytes (RFC 9110, 8.8.3): FNV-1a in 64 bits. It guards against nothing but showing what is old.
enum ContentTag {
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
