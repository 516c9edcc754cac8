import Foundation
package import PlanModel

/// Prints pages of a site that is still in memory as tagged PDF files with an outline.
///
/// The browser gets the site's own files through the pipe, under the address that they will be published at, and nothing
/// else: no port is opened, no file is read, nothing is fetched.
package struct PagePrinter {
    /// A page and the file that it becomes.
    package struct Job: Sendable, Hashable {
        /// The page's folder, relative to the site's root.
        package let page: String
        package let file: String

        package init(page: String, file: String) {
            self.page = page
            self.file = file
        }
    }

    private let chromium: Chromium
    private let files: [String: [UInt8]]
    private let base: String
    private let hasAddress: Bool
    private let date: CalendarDate?
    /// For each file, starting the browser aside.
    private let limit: Duration

    /// - Parameters:
    ///   - site: every file that a page may need.
    ///   - baseURL: with a final `/`; without one, links to other pages are left as their text, since a PDF file has no
    ///     place from which they could be followed.
    ///   - date: what the files say of when they were made.
    package init(
        _ chromium: Chromium, site: [SiteFile], baseURL: String?, date: CalendarDate?, limit: Duration = .seconds(120)
    ) {
        self.chromium = chromium
        files = Dictionary(site.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        // A name that RFC 2606 keeps from ever being anyone's.
        base = baseURL ?? "http://klarplan.invalid/"
        hasAddress = baseURL != nil
        self.date = date
        self.limit = limit
    }

    /// Prints all pages, in one run of the browser.
    package func print(_ jobs: [Job]) throws(MachineFailure) -> [SiteFile] {
        guard !jobs.isEmpty else { return [] }
        let process = try ChromiumProcess(chromium)
        defer { process.stop() }
        let tools = DevTools(process) { address in answer(address) }
        var printed: [SiteFile] = []
        for job in jobs {
            do throws(DevTools.Failure) {
                let bytes = try print(job, with: tools, before: .now + limit)
                printed.append(SiteFile(path: job.file, bytes: PDFStamp.fixed(bytes, date: date)))
            } catch {
                throw .cannotPrint(file: job.file, reason: reason(error, process: process))
            }
        }
        return printed
    }

    private func reason(_ failure: DevTools.Failure, process: ChromiumProcess) -> String {
        switch failure {
        case .late: "\(chromium.path): no answer within \(limit.components.seconds) s"
        case .ended: "\(chromium.path): \(process.complaint ?? "–")"
        case .refused(let reason): "\(chromium.path): \(reason)"
        }
    }

    // MARK: One page

    private struct Address: Encodable {
        let url: String
    }

    private struct Target: Encodable {
        let targetId: String
        var flatten: Bool?
    }

    private struct Expression: Encodable {
        let expression: String
        let awaitPromise = true
        let returnByValue = true
    }

    private struct Print: Encodable {
        let printBackground = true
        let preferCSSPageSize = true
        let generateTaggedPDF = true
        let generateDocumentOutline = true
        let transferMode = "ReturnAsStream"
    }

    private struct Stream: Encodable {
        let handle: String
        var size: Int?
    }

    private func print(
        _ job: Job, with tools: DevTools, before deadline: ContinuousClock.Instant
    ) throws(DevTools.Failure) -> [UInt8] {
        guard
            let target = try tools.call("Target.createTarget", Address(url: "about:blank"), before: deadline)?.targetId,
            let session = try tools.call(
                "Target.attachToTarget", Target(targetId: target, flatten: true), before: deadline)?.sessionId
        else { throw .refused("Target") }
        for method in ["Page.enable", "Fetch.enable"] {
            _ = try tools.call(method, session: session, before: deadline)
        }
        let address = base + Self.escaped(job.page)
        let navigation = try tools.call("Page.navigate", Address(url: address), session: session, before: deadline)
        if let text = navigation?.errorText { throw .refused(text) }
        try tools.waitForLoad(of: session, before: deadline)
        _ = try tools.call(
            "Runtime.evaluate", Expression(expression: "document.fonts.ready.then(() => true)"), session: session,
            before: deadline)
        guard let stream = try tools.call("Page.printToPDF", Print(), session: session, before: deadline)?.stream else {
            throw .refused("Page.printToPDF")
        }
        var bytes: [UInt8] = []
        while true {
            guard
                let part = try tools.call(
                    "IO.read", Stream(handle: stream, size: 1 << 20), session: session, before: deadline),
                let text = part.data
            else { throw .refused("IO.read") }
            if part.base64Encoded == true {
                guard let data = Data(base64Encoded: text) else { throw .refused("IO.read") }
                bytes += data
            } else {
                bytes += Array(text.utf8)
            }
            if part.eof == true { break }
        }
        _ = try tools.call("IO.close", Stream(handle: stream), session: session, before: deadline)
        _ = try tools.call("Target.closeTarget", Target(targetId: target), before: deadline)
        guard bytes.starts(with: Array("%PDF-".utf8)) else { throw .refused("PDF") }
        return bytes
    }

    // MARK: Answers

    /// The site's file at an address.
    private func answer(_ address: String) -> (bytes: [UInt8], type: String)? {
        guard address.hasPrefix(base) else { return nil }
        var path = String(address.dropFirst(base.count).prefix { $0 != "?" && $0 != "#" })
        guard let plain = path.removingPercentEncoding else { return nil }
        path = plain.isEmpty || plain.hasSuffix("/") ? plain + "index.html" : plain
        guard let bytes = files[path] else { return nil }
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        guard ending == "html" else { return (bytes, Self.types[ending] ?? "application/octet-stream") }
        return (hasAddress ? bytes : PrintedLinks.withoutRelative(bytes), "text/html; charset=utf-8")
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "svg": "image/svg+xml", "woff2": "font/woff2", "png": "image/png",
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    ]

    private static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }
}
