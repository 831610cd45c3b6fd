// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that measuring costs whoever only builds or tests nothing.
let package = Package(
    name: "puebla-benchmarks",
    dependencies: [
        // Named, because a clone's folder may be called anything.
        .package(name: "puebla", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
    ],
    targets: [
        .target(name: "BenchHarness", swiftSettings: strict),
        .executableTarget(
            name: "bench",
            dependencies: [
                "BenchHarness",
                .product(name: "Charter", package: "puebla"),
                .product(name: "Conference", package: "puebla"),
                .product(name: "Exchange", package: "puebla"),
                .product(name: "HTML", package: "puebla"),
                .product(name: "Register", package: "puebla"),
                .product(name: "FoundingData", package: "puebla"),
                .product(name: "Secretariat", package: "puebla"),
                .product(name: "Web", package: "puebla"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: strict),
    ]
)
