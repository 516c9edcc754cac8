import Foundation
import PlanModel

/// Speaks the DevTools protocol with a browser: commands with their answers, and requests of pages that it answers.
///
/// <https://chromedevtools.github.io/devtools-protocol/>
final class DevTools {
    private let process: ChromiumProcess
    /// What a page asks for by its address; `nil` where it is to have nothing.
    private let answer: (String) -> (bytes: [UInt8], type: String)?
    private var number = 0
    /// The sessions whose page has loaded.
    private var loaded: Set<String> = []
    private var crashed: Set<String> = []

    /// Why a command came to nothing.
    enum Failure: Error {
        case late
        case ended
        case refused(String)
    }

    init(_ process: ChromiumProcess, answer: @escaping (String) -> (bytes: [UInt8], type: String)?) {
        self.process = process
        self.answer = answer
    }

    // MARK: What is sent

    private struct Command<Parameters: Encodable>: Encodable {
        let id: Int
        let method: String
        let params: Parameters
        let sessionId: String?
    }

    struct Header: Encodable {
        let name: String
        let value: String
    }

    private struct Fulfilment: Encodable {
        let requestId: String
        let responseCode: Int
        let responseHeaders: [Header]
        let body: String
    }

    private struct Refusal: Encodable {
        let requestId: String
        let errorReason = "BlockedByClient"
    }

    // MARK: What comes

    /// All that is read of any message; what it does not have stays away.
    struct Message: Decodable {
        struct Problem: Decodable {
            let message: String
        }

        struct Request: Decodable {
            let url: String
        }

        struct Parameters: Decodable {
            let requestId: String?
            let request: Request?
            let resourceType: String?
        }

        struct Result: Decodable {
            let targetId: String?
            let sessionId: String?
            let errorText: String?
            let stream: String?
            let data: String?
            let eof: Bool?
            let base64Encoded: Bool?
        }

        let id: Int?
        let method: String?
        let sessionId: String?
        let params: Parameters?
        let result: Result?
        let error: Problem?
    }

    // MARK: Commands

    struct None: Encodable {}

    /// Sends a command and waits for its answer; what pages ask for meanwhile is answered.
    func call(
        _ method: String, _ parameters: some Encodable = None(), session: String? = nil,
        before deadline: ContinuousClock.Instant
    ) throws(Failure) -> Message.Result? {
        let id = try send(method, parameters, session: session)
        while true {
            let message = try next(before: deadline)
            if message.id == id {
                if let error = message.error { throw .refused(error.message) }
                return message.result
            }
            try take(message)
        }
    }

    /// Waits until a page and all that belongs to it have loaded.
    func waitForLoad(of session: String, before deadline: ContinuousClock.Instant) throws(Failure) {
        while !loaded.contains(session) {
            try take(try next(before: deadline))
            if crashed.contains(session) { throw .refused("the page crashed") }
        }
    }

    private func send(_ method: String, _ parameters: some Encodable, session: String?) throws(Failure) -> Int {
        number += 1
        let command = Command(id: number, method: method, params: parameters, sessionId: session)
        guard let bytes = try? JSONEncoder().encode(command) else { throw .refused(method) }
        guard process.send(Array(bytes)) else { throw .ended }
        return number
    }

    private func next(before deadline: ContinuousClock.Instant) throws(Failure) -> Message {
        while true {
            switch process.receive(before: deadline) {
            case .message(let bytes):
                // What is not of the protocol's form is none of ours.
                if let message = try? JSONDecoder().decode(Message.self, from: Data(bytes)) { return message }
            case .late: throw .late
            case .ended: throw .ended
            }
        }
    }

    private func take(_ message: Message) throws(Failure) {
        guard let session = message.sessionId else { return }
        switch message.method {
        case "Page.loadEventFired": loaded.insert(session)
        case "Inspector.targetCrashed": crashed.insert(session)
        case "Fetch.requestPaused":
            guard let request = message.params?.requestId, let url = message.params?.request?.url else { return }
            // Scripts only enhance: a print is made of the page as it stands.
            guard message.params?.resourceType != "Script", let found = answer(url) else {
                _ = try send("Fetch.failRequest", Refusal(requestId: request), session: session)
                return
            }
            _ = try send(
                "Fetch.fulfillRequest",
                Fulfilment(
                    requestId: request, responseCode: 200,
                    responseHeaders: [Header(name: "Content-Type", value: found.type)],
                    body: Data(found.bytes).base64EncodedString()), session: session)
        case nil, _?: return
        }
    }
}
