import Dispatch
import Foundation
import NIOCore
import NIOHTTP1
import PlanModel

/// Answers the requests of one connection, one after the other.
///
/// No answer comes from the file system: pages are looked up in the state that the board shows when the request is whole.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let site: PreviewSite
    private let port: Int
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    /// The largest body that is read, in bytes: the place of a file.
    private static let largest = 16_384

    init(_ site: PreviewSite, port: Int) {
        self.site = site
        self.port = port
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(var buffer):
            // What is too long is read to its end and then refused.
            if body.count <= Self.largest, let bytes = buffer.readBytes(length: buffer.readableBytes) { body += bytes }
        case .end:
            guard let head else { return }
            self.head = nil
            answer(head, context: context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        let visitor = Visitor(head, port: port)
        guard visitor.namesUs else {
            let words = LocalizedText(
                sv:
                    "Förhandsvisningen svarar bara på http://localhost:\(port)/, så att ingen annan sida kan läsa utkast.",
                en: "The preview answers at http://localhost:\(port)/ only, so that no other page can read drafts.")
            return write(.plain(403, words), to: head, context: context)
        }
        guard let path = RequestPath(head.uri) else {
            let words = LocalizedText(sv: "Adressen går inte att läsa.", en: "The address can't be read.")
            return write(.plain(400, words), to: head, context: context)
        }
        let isOpening = path.key == PreviewPages.folder + "open"
        let isListening = path.key == PreviewPages.folder + "events"
        if visitor.isForeignPart || (isOpening || isListening) && !visitor.isOurPage {
            let words = LocalizedText(
                sv: "Bara förhandsvisningens egna sidor får fråga efter det här.",
                en: "Only the preview's own pages may ask for this.")
            return write(.plain(403, words), to: head, context: context)
        }
        // A stream has no end, so there is nothing that a question for its headers alone could be answered with.
        guard head.method == (isOpening ? .POST : .GET) || (head.method == .HEAD && !isOpening && !isListening) else {
            var refusal = Answer.plain(405, LocalizedText(sv: "Så kan man inte fråga.", en: "That can't be asked."))
            refusal.allow = isOpening ? "POST" : isListening ? "GET" : "GET, HEAD"
            return write(refusal, to: head, context: context)
        }
        if isOpening { return open(head, context: context) }
        if isListening { return listen(path, to: head, context: context) }
        // Making what is not made yet lasts; the connection's thread serves others meanwhile.
        let pages = site.pages
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        DispatchQueue.global(qos: .userInitiated).async {
            let answer = pages.answer(path)
            loop.execute {
                let (handler, context) = bound.value
                handler.write(answer, to: head, context: context)
            }
        }
    }

    // MARK: Opening a file

    private struct Place: Decodable {
        let file: String
        let line: Int
        let column: Int
    }

    private func open(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        let hasToken = head.headers["x-klarplan-token"] == [site.token]
        let isJSON = head.headers.first(name: "content-type")?.hasPrefix("application/json") == true
        guard hasToken, isJSON, body.count <= Self.largest else {
            let words = LocalizedText(sv: "Frågan saknar sidans nyckel.", en: "The page's key is missing.")
            return write(.plain(403, words), to: head, context: context)
        }
        guard let place = try? JSONDecoder().decode(Place.self, from: Data(body)),
            site.open(SourcePosition(file: place.file, line: place.line, column: place.column))
        else {
            let words = LocalizedText(sv: "Filen kan inte öppnas.", en: "The file can't be opened.")
            return write(.plain(404, words), to: head, context: context)
        }
        write(Answer(status: 204, type: "text/plain", bytes: []), to: head, context: context)
    }

    // MARK: Telling of new states

    /// Server-sent events (HTML, 9.2): a message now, and one after each new state, until the page goes away.
    private func listen(_ path: RequestPath, to head: HTTPRequestHead, context: ChannelHandlerContext) {
        var headers = HTTPHeaders(Answer.headers)
        headers.add(name: "Content-Type", value: "text/event-stream; charset=utf-8")
        headers.add(name: "Cache-Control", value: "no-cache")
        context.write(wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: .ok, headers: headers))))
            .whenFailure { _ in }
        let asked = EventQuestion(path.query)
        let site = site
        let channel = context.channel
        let tell: @Sendable () -> Void = {
            let text = "retry: 500\nevent: state\ndata: " + site.message(asked) + "\n\n"
            let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text)))
            channel.writeAndFlush(part, promise: nil)
        }
        site.streams.add(channel, tell)
        tell()
    }

    // MARK: Writing

    private func write(_ answer: Answer, to head: HTTPRequestHead, context: ChannelHandlerContext) {
        var answer = answer
        var headers = HTTPHeaders(Answer.headers)
        headers.add(name: "Cache-Control", value: answer.isLasting ? "max-age=31536000, immutable" : "no-cache")
        if let tag = answer.tag {
            headers.add(name: "ETag", value: "\"\(tag)\"")
            if Self.matches(head.headers["if-none-match"], tag) {
                answer.status = 304
                answer.bytes = []
            }
        }
        if let location = answer.location { headers.add(name: "Location", value: location) }
        if let allow = answer.allow { headers.add(name: "Allow", value: allow) }
        if answer.status != 304, answer.status != 204 {
            headers.add(name: "Content-Type", value: answer.type)
            headers.add(name: "Content-Length", value: String(answer.bytes.count))
        }
        let status = HTTPResponseStatus(statusCode: answer.status)
        context.write(wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: status, headers: headers))))
            .whenFailure { _ in }
        if head.method != .HEAD, !answer.bytes.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.bytes))))).whenFailure { _ in }
        }
        let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if !head.isKeepAlive {
            let channel = context.channel
            end.whenComplete { _ in channel.close(promise: nil) }
        }
    }

    /// `If-None-Match` (RFC 9110, 13.1.2): tags compare weakly, `*` matches all.
    private static func matches(_ values: [String], _ tag: String) -> Bool {
        values.joined(separator: ",").split(separator: ",").contains { part in
            var text = part.drop { $0 == " " || $0 == "\t" }
            while text.last == " " || text.last == "\t" { text.removeLast() }
            return text == "*" || text == "\"\(tag)\"" || text == "W/\"\(tag)\""
        }
    }
}

/// What an open page asks to be told of: `?page=%2Fregion%2F&lang=sv`.
struct EventQuestion: Sendable {
    let path: RequestPath?
    let language: Language

    init(_ query: String) {
        var components = URLComponents()
        components.percentEncodedQuery = String(query.dropFirst()).filter { $0.isASCII }
        let items = components.queryItems ?? []
        path = items.first { $0.name == "page" }?.value.flatMap { RequestPath($0) }
        language = items.first { $0.name == "lang" }?.value.flatMap { Language(rawValue: $0) } ?? .swedish
    }
}
