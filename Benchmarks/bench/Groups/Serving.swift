import BenchHarness
import Foundation

extension Group {
    /// The program as it is started by an operator, on the founding data.
    static let serving = Group("serving") { setting in
        let folder = setting.folder
        let data = folder.appendingPathComponent("data").path
        try await Founded.make(data)
        return OpenedGroup(rows: [
            Row(
                "start to the first page",
                measured: .value("puebla serve", .seconds) {
                    let (served, seconds) = try ServedProgram.start(data)
                    served.stop()
                    return seconds
                }, against: .fixed("goal", 0.5, .seconds), .atMost(1)),
            Row(
                "memory at rest",
                measured: .value("puebla serve", .bytes) {
                    let (served, _) = try ServedProgram.start(data)
                    defer { served.stop() }
                    for path in ["/es/", "/en/", "/es/parties", "/en/register", "/es/charter", "/healthz"] {
                        _ = try served.ask(path)
                    }
                    // What starting left behind is given back within a moment.
                    try await Task.sleep(for: .milliseconds(300))
                    return try served.residentBytes()
                }, against: .fixed("goal", 120e6, .bytes), .atMost(1)),
        ])
    }
}
