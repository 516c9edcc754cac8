import Foundation
import PlanModel
import Testing

@testable import PlanPreview

@Suite struct ServerTests {
    @Test func pagesHaveTypeTagAndPolicyAndNameTheirSource() async throws {
        let project = try PreviewProject()
        try await project.start()
        let exchange = Exchange(port: project.preview.port)
        let reply = try exchange.get("/org/sida/")
        #expect(reply.status == 200)
        #expect(reply.header("Content-Type") == "text/html; charset=utf-8")
        #expect(reply.header("Content-Security-Policy")?.contains("script-src 'self'") == true)
        #expect(reply.header("X-Content-Type-Options") == "nosniff")
        #expect(reply.text.contains("Källa: Content/org/sida.md, rad 1"))
        let tag = try #require(reply.header("ETag"))
        #expect(try exchange.get("/org/sida/", "If-None-Match: \"x\", W/\(tag)").status == 304)
        #expect(try exchange.get("/org/sida/", "If-None-Match: *").text == "")
        #expect(try exchange.get("/org/sida/", "If-None-Match: \"x\"").status == 200)
        let head = try exchange.get("/org/sida/", method: "HEAD")
        #expect(head.status == 200 && head.text == "")
        #expect(head.header("Content-Length") == String(reply.text.utf8.count))
        #expect(try exchange.get("/org/sida?a=b").header("Location") == "/org/sida/?a=b")
        #expect(try exchange.get("/org/sida/", method: "POST").header("Allow") == "GET, HEAD")
        #expect(try exchange.get("/sitemap.xml").header("Content-Type") == "application/xml; charset=utf-8")
        #expect(!FileManager.default.fileExists(atPath: project.folder + "/public"))
    }

    @Test(arguments: [
        "/%2e%2e/Content/org/index.md", "/../Content/org/index.md", "/..%2fContent/org/index.md", "/org%2Fsida/",
        "//etc/passwd", "/%00", "/%zz", "/Content/org/index.md", "/org/sida/%2e%2e/", "/%ff",
        "/_klarplan/../preview.js",
    ])
    func noPathReachesTheFileSystem(_ path: String) async throws {
        let project = try PreviewProject()
        try await project.start()
        let reply = try Exchange(port: project.preview.port).get(path)
        #expect([400, 404].contains(reply.status))
        #expect(!reply.text.contains("typ: organisation"))
        #expect(!reply.text.contains("root:"))
    }

    @Test func onlyOwnNamesAreAnswered() async throws {
        let project = try PreviewProject()
        try await project.start()
        let port = project.preview.port
        let exchange = Exchange(port: port)
        for host in ["localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)", "LOCALHOST:\(port)"] {
            #expect(try exchange.get("/", host: host).status == 200)
        }
        for host in ["evil.example", "evil.example:\(port)", "localhost", "localhost:1", "localhost.evil:\(port)", ""] {
            let reply = try exchange.get("/", host: host)
            #expect(reply.status == 403)
            #expect(reply.text.contains("utkast"))
        }
        let ours = "Host: localhost:\(port)\r\nConnection: close\r\n\r\n"
        #expect(try exchange.send("GET http://localhost:\(port)/org/sida/ HTTP/1.1\r\n" + ours).status == 200)
        #expect(try exchange.send("GET http://evil.example/ HTTP/1.1\r\n" + ours).status == 403)
        #expect(try exchange.send("GET / HTTP/1.1\r\nHost: evil.example\r\n" + ours).status == 403)
        #expect(try exchange.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status == 403)
    }

    @Test func foreignPagesGetNeitherEventsNorPartsNorAnEditor() async throws {
        let project = try PreviewProject()
        try await project.start()
        let exchange = Exchange(port: project.preview.port)
        for header in ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: http://evil.example"] {
            #expect(try exchange.get("/_klarplan/events?page=/", header).status == 403)
            #expect(try exchange.get("/_klarplan/open", method: "POST", header).status == 403)
        }
        #expect(try exchange.get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors").status == 403)
        #expect(try exchange.get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate").status == 200)
        #expect(try exchange.get("/_klarplan/open", method: "POST", "Content-Type: application/json").status == 403)
    }

    @Test func onlyFilesOfTheProjectAreOpened() async throws {
        let project = try PreviewProject(["secret.md": "x"])
        try await project.start()
        let port = project.preview.port
        let exchange = Exchange(port: port)
        let events = try exchange.send("GET /_klarplan/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n") {
            $0.contains("\n\n") && $0.contains("\"token\"")
        }
        let token = try #require(events.raw.firstMatch(of: /"token":"([0-9a-f]+)"/)?.1)
        func open(_ file: String) throws -> Int {
            let body = "{\"file\":\"\(file)\",\"line\":3,\"column\":1}"
            return try exchange.send(
                "POST /_klarplan/open HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n"
                    + "X-Klarplan-Token: \(token)\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
            ).status
        }
        #expect(try open("Content/org/sida.md") == 204)
        try await until { FileManager.default.fileExists(atPath: project.folder + "/opened 3") }
        for file in ["secret.md", "Content/../secret.md", "/etc/passwd", "Content/none.md", "Content/org"] {
            #expect(try open(file) == 404)
        }
    }

    @Test func pipelinedQuestionsAreAnsweredInOrderAndHugeHeadersRefused() async throws {
        let project = try PreviewProject()
        try await project.start()
        let port = project.preview.port
        let exchange = Exchange(port: port)
        let host = "Host: localhost:\(port)\r\n"
        let reply = try exchange.send(
            "GET /none HTTP/1.1\r\n\(host)\r\nGET /robots.txt HTTP/1.1\r\n\(host)Connection: close\r\n\r\n")
        let lost = try #require(reply.raw.range(of: "HTTP/1.1 404"))
        let found = try #require(reply.raw.range(of: "HTTP/1.1 200"))
        #expect(lost.lowerBound < found.lowerBound)
        let huge = try exchange.send("GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "a", count: 400_000))\r\n\r\n")
        #expect(huge.status == 0 || huge.status >= 400)
        #expect(try exchange.get("/").status == 200)
    }

    @Test func aStreamIsNotAskedForItsHeadersAlone() async throws {
        let project = try PreviewProject()
        try await project.start()
        let reply = try Exchange(port: project.preview.port).get("/_klarplan/events", method: "HEAD")
        #expect(reply.status == 405 && reply.header("Allow") == "GET")
    }

    @Test func whatNoSiteHasIsAnsweredWithoutMakingTheRest() async throws {
        let project = try PreviewProject()
        try await project.start()
        let exchange = Exchange(port: project.preview.port)
        for path in ["/favicon.ico", "/wp-login.php", "/none/a.json", "/apple-touch-icon.png"] {
            #expect(try exchange.get(path).status == 404)
            #expect(project.preview.hasMadeAll == false, "\(path)")
        }
        #expect(try exchange.get("/data/graph.json").status == 200)
        #expect(project.preview.hasMadeAll)
    }

    /// A browser that asks for `localhost` may go to either address.
    @Test func aPortTakenOnTheOtherAddressIsTold() throws {
        guard let taken = try Exchange.listenIPv6() else { return }
        defer { close(taken.descriptor) }
        #expect(throws: MachineFailure.portInUse(taken.port)) {
            try PreviewServer(PreviewSite(board: Board(), parts: [:], project: "/", editor: nil), port: taken.port)
        }
    }

    @Test func aPortInUseIsTold() throws {
        let project = try PreviewProject()
        #expect(throws: (any Error).self) {
            try PreviewServer(
                PreviewSite(board: Board(), parts: [:], project: "/", editor: nil), port: project.preview.port)
        }
    }
}
