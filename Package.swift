// swift-tools-version: 6.2
import PackageDescription

/// Every module of ours is built in Swift 6 language mode, and a warning stops the build.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "puebla",
    products: [
        .executable(name: "puebla", targets: ["Puebla"]),
        .executable(name: "bench", targets: ["bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
    ],
    targets: [
        // Pure: no I/O, no clock, no HTTP.
        .target(name: "Charter", swiftSettings: strict),
        .target(
            name: "Conference",
            dependencies: [
                "Charter",
                .product(name: "HashTreeCollections", package: "swift-collections"),
            ],
            swiftSettings: strict),
        .target(name: "HTML", swiftSettings: strict),
        // The log: bytes, not acts.
        .target(
            name: "Register",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "FoundingData", resources: [.copy("packs")], swiftSettings: strict),
        .target(
            name: "Secretariat",
            dependencies: [
                "Charter", "Conference", "Register", "CStemmer",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        // An invented conference, from a seed and a day.
        .target(
            name: "Rehearsal",
            dependencies: [
                "Charter", "Conference", "Register", "Secretariat",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // Values to bytes: files, feeds and protocols for other programs.
        .target(
            name: "Exchange", dependencies: ["Charter", "Conference", "HTML", "CXlsxWriter"],
            swiftSettings: strict),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CDeflate", providers: [.apt(["libdeflate-dev"])]),
        .target(
            name: "Web",
            dependencies: [
                "Charter", "Conference", "Register", "HTML", "Exchange", "Secretariat", "CDeflate",
                .product(name: "HashTreeCollections", package: "swift-collections"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Assets")],
            swiftSettings: strict),
        .executableTarget(
            name: "Puebla",
            dependencies: [
                "Charter", "Conference", "Register", "FoundingData", "Exchange", "Secretariat", "Rehearsal",
                "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),

        // Timing and the table, without a name of ours: tested by themselves.
        .target(name: "BenchHarness", path: "Benchmarks/BenchHarness", swiftSettings: strict),
        .executableTarget(
            name: "bench",
            dependencies: [
                "BenchHarness", "Charter", "Conference", "Exchange", "HTML", "Register", "FoundingData",
                "Secretariat", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Benchmarks/bench", swiftSettings: strict),

        // How often the tests try that could go on for ever.
        .target(name: "TestEffort", path: "Tests/Support/TestEffort", swiftSettings: strict),
        .testTarget(name: "BenchHarnessTests", dependencies: ["BenchHarness"], swiftSettings: strict),
        .testTarget(name: "CharterTests", dependencies: ["Charter"], swiftSettings: strict),
        .testTarget(
            name: "ConferenceTests",
            dependencies: [
                "Charter", "Conference", "TestEffort",
                .product(name: "HashTreeCollections", package: "swift-collections"),
            ],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests", dependencies: ["Charter", "Exchange", "HTML"],
            exclude: ["Golden"], swiftSettings: strict),
        // Killed, starved and locked out by RegisterTests, as only a process of its own can be.
        .executableTarget(
            name: "RegisterTortureTool", dependencies: ["Register"],
            path: "Tests/Support/RegisterTorture", swiftSettings: strict),
        .testTarget(
            name: "RegisterTests",
            dependencies: [
                "Register", "RegisterTortureTool", "TestEffort",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            resources: [.copy("Vectors")],
            swiftSettings: strict),
        .testTarget(
            name: "FoundingDataTests",
            dependencies: [
                "Charter", "Conference", "Register", "FoundingData", "Secretariat",
                .product(name: "HashTreeCollections", package: "swift-collections"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SecretariatTests",
            dependencies: [
                "Charter", "Conference", "Register", "FoundingData", "Secretariat",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HashTreeCollections", package: "swift-collections"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "RehearsalTests",
            dependencies: [
                "Charter", "Conference", "Register", "FoundingData", "Secretariat", "Rehearsal",
                .product(name: "HashTreeCollections", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Charter", "Conference", "Register", "HTML", "Exchange", "FoundingData", "Secretariat",
                "Web", "TestEffort",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HashTreeCollections", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "PueblaTests",
            dependencies: ["Puebla", "Charter", "Conference", "Register"], swiftSettings: strict),
    ]
)
