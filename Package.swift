// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Swift 6 language mode, with the upcoming habits switched on and warnings treated as errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Everything beside the two folders that `DefaultTheme` carries: its path is the repository itself, and SwiftPM warns
/// of every file there that it is not told to leave out.
let besideTheTheme: [String] = {
    let kept: Set<String> = ["Site", "Assets", "Sources"]
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: Context.packageDirectory)) ?? []
    let sources = (try? FileManager.default.contentsOfDirectory(atPath: Context.packageDirectory + "/Sources")) ?? []
    return entries.filter { !kept.contains($0) && !$0.hasPrefix(".") && $0 != "Package.swift" }.sorted()
        + sources.filter { $0 != "DefaultTheme" && !$0.hasPrefix(".") }.sorted().map { "Sources/" + $0 }
}()

let package = Package(
    name: "klarplan",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "klarplan", targets: ["klarplan"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .systemLibrary(
            name: "CXlsxWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
        ),
        .systemLibrary(
            name: "CStemmer",
            providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]
        ),
        .systemLibrary(name: "CExchange"),
        .systemLibrary(name: "CDigest"),
        .target(name: "CParseMemory"),
        .target(name: "PlanModel", dependencies: ["CDigest"], swiftSettings: strict),
        .target(name: "PlanCatalogue", dependencies: ["PlanModel"], swiftSettings: strict),
        .target(name: "PlanFiles", dependencies: ["CExchange", "PlanModel"], swiftSettings: strict),
        .target(
            name: "PlanMarkdown", dependencies: ["CCmark", "CParseMemory", "PlanModel"], swiftSettings: strict),
        .target(name: "PlanGraph", dependencies: ["PlanModel"], swiftSettings: strict),
        .target(
            name: "PlanReader",
            dependencies: ["PlanModel", "PlanFiles", "PlanMarkdown", "Yams", "SwiftCSV"],
            swiftSettings: strict
        ),
        .target(
            name: "PlanPages",
            dependencies: [
                "PlanModel", "PlanMarkdown", "PlanGraph", .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict
        ),
        .target(name: "PlanExports", dependencies: ["PlanModel", "PlanGraph"], swiftSettings: strict),
        .target(
            name: "PlanWorkbook", dependencies: ["CXlsxWriter", "PlanModel", "PlanFiles", "PlanGraph"],
            swiftSettings: strict),
        .target(name: "PlanPrint", dependencies: ["PlanModel"], swiftSettings: strict),
        .target(name: "PlanSearch", dependencies: ["CStemmer", "PlanModel"], swiftSettings: strict),
        .target(
            name: "DefaultTheme",
            path: ".",
            exclude: besideTheTheme,
            sources: ["Sources/DefaultTheme"],
            resources: [.copy("Site"), .copy("Assets")],
            swiftSettings: strict
        ),
        .target(
            name: "PlanBuild",
            dependencies: [
                "PlanModel", "PlanCatalogue", "PlanFiles", "PlanMarkdown", "PlanReader", "PlanGraph", "PlanPages",
                "PlanExports", "PlanSearch", "PlanWorkbook", "PlanPrint",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "PlanPreview",
            dependencies: [
                "PlanModel", "PlanFiles", "PlanReader", "PlanGraph", "PlanPages", "PlanBuild",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "klarplan",
            dependencies: [
                "PlanModel", "PlanFiles", "PlanReader", "PlanGraph", "PlanBuild", "PlanCatalogue", "PlanPreview",
                "PlanSearch", "DefaultTheme",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "PlanModelTests", dependencies: ["PlanModel"], swiftSettings: strict),
        .testTarget(
            name: "PlanMarkdownTests", dependencies: ["CCmark", "PlanModel", "PlanMarkdown"], swiftSettings: strict),
        .testTarget(
            name: "PlanReaderTests",
            dependencies: ["PlanModel", "PlanMarkdown", "PlanReader"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PlanBuildTests",
            dependencies: [
                "PlanModel", "PlanFiles", "PlanReader", "PlanGraph", "PlanPages", "PlanBuild", "PlanPreview",
                "klarplan",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PlanExportsTests",
            dependencies: ["PlanModel", "PlanGraph", "PlanExports", "PlanBuild"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PlanWorkbookTests", dependencies: ["PlanModel", "PlanGraph", "PlanWorkbook", "PlanBuild"],
            swiftSettings: strict),
        .testTarget(
            name: "PlanPagesTests",
            dependencies: [
                "PlanModel", "PlanGraph", "PlanMarkdown", "PlanPages",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
        .testTarget(name: "PlanPrintTests", dependencies: ["PlanModel", "PlanPrint"], swiftSettings: strict),
        .testTarget(
            name: "PlanPreviewTests", dependencies: ["PlanModel", "PlanBuild", "PlanPreview"], swiftSettings: strict),
        .testTarget(name: "PlanGraphTests", dependencies: ["PlanModel", "PlanGraph"], swiftSettings: strict),
        .executableTarget(
            name: "SearchBenchmark", dependencies: ["PlanModel", "PlanSearch"], path: "Benchmarks/SearchBenchmark",
            swiftSettings: strict),
        .testTarget(name: "PlanSearchTests", dependencies: ["PlanModel", "PlanSearch"], swiftSettings: strict),
        .testTarget(
            name: "PlanCatalogueTests",
            dependencies: ["PlanModel", "PlanCatalogue", "PlanReader", "PlanPages", "PlanBuild"],
            swiftSettings: strict
        ),
    ]
)

/// The fuzzers: built on request alone (`make fuzz`), since they need a toolchain with libFuzzer.
if Context.environment["KLARPLAN_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "klarplan-fuzz", dependencies: ["PlanModel", "PlanMarkdown", "PlanReader", "PlanSearch"],
            path: "Tests/Fuzz/Driver", swiftSettings: strict))
}

/// Some of the tests with what they need and nothing else: what is instrumented is built for itself (`make sanitize`).
if let names = Context.environment["KLARPLAN_TESTS"] {
    var needed: Set<String> = []
    var open = names.split(separator: " ").map(String.init)
    while let name = open.popLast() {
        guard needed.insert(name).inserted, let target = package.targets.first(where: { $0.name == name }) else {
            continue
        }
        for case .byNameItem(let name, _) in target.dependencies { open.append(name) }
    }
    package.targets.removeAll { !needed.contains($0.name) }
    package.products.removeAll { !needed.contains($0.name) }
}
