import Synchronization

/// A number that only grows; counted without a lock.
final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func add(_ amount: Int = 1) { value.wrappingAdd(amount, ordering: .relaxed) }
    var now: Int { value.load(ordering: .relaxed) }
}

/// The figures of one route: answers by status and how long they took. No label ever names a person, an
/// address or a query.
final class RouteMeter: Sendable {
    /// Upper bounds of the buckets, in microseconds.
    static let bounds = [250, 1_000, 5_000, 25_000, 100_000, 500_000, 2_500_000]

    let route: String
    private let byStatus = [1, 2, 3, 4, 5].map { _ in Counter() }
    private let kept = Counter()
    private let buckets = (0...bounds.count).map { _ in Counter() }
    private let microseconds = Counter()

    init(route: String) { self.route = route }

    func count(status: Int, duration: Duration, fromKept: Bool) {
        byStatus[max(1, min(5, status / 100)) - 1].add()
        if fromKept { kept.add() }
        let taken =
            Int(duration.components.seconds) * 1_000_000
            + Int(duration.components.attoseconds / 1_000_000_000_000)
        microseconds.add(taken)
        buckets[RouteMeter.bounds.firstIndex { taken <= $0 } ?? RouteMeter.bounds.count].add()
    }

    var total: Int { byStatus.reduce(0) { $0 + $1.now } }

    fileprivate func requests(_ lines: inout [String]) {
        for (index, counter) in byStatus.enumerated() where counter.now > 0 {
            lines.append(
                "puebla_http_requests_total{route=\"\(route)\",status=\"\(index + 1)xx\"} \(counter.now)")
        }
    }

    fileprivate func keptAnswers(_ lines: inout [String]) {
        if kept.now > 0 {
            lines.append("puebla_http_kept_answers_total{route=\"\(route)\"} \(kept.now)")
        }
    }

    fileprivate func durations(_ lines: inout [String]) {
        if total == 0 { return }
        var sum = 0
        for (index, bound) in RouteMeter.bounds.enumerated() {
            sum += buckets[index].now
            let name = "puebla_http_request_seconds_bucket"
            lines.append("\(name){route=\"\(route)\",le=\"\(Double(bound) / 1_000_000)\"} \(sum)")
        }
        sum += buckets[RouteMeter.bounds.count].now
        lines.append("puebla_http_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(sum)")
        let seconds = Double(microseconds.now) / 1_000_000
        lines.append("puebla_http_request_seconds_sum{route=\"\(route)\"} \(seconds)")
        lines.append("puebla_http_request_seconds_count{route=\"\(route)\"} \(sum)")
    }
}

/// All meters of a server, and their text for Prometheus (exposition format 0.0.4).
final class Meters: Sendable {
    private let meters: Mutex<[String: RouteMeter]> = Mutex([:])

    /// The meter of a route, made at its first use. Names come from code, so there are few.
    func meter(_ route: StaticString) -> RouteMeter {
        let name = route.description
        return meters.withLock { meters in
            if let meter = meters[name] { return meter }
            let meter = RouteMeter(route: name)
            meters[name] = meter
            return meter
        }
    }

    /// One line per figure. `gauges` are values of the moment with their help.
    func text(gauges: [(name: String, help: String, labels: String, value: Int)]) -> String {
        let all = meters.withLock { $0.values.sorted { $0.route < $1.route } }
        var lines = ["# HELP puebla_http_requests_total Answers by route and status."]
        lines.append("# TYPE puebla_http_requests_total counter")
        for meter in all { meter.requests(&lines) }
        lines.append("# HELP puebla_http_kept_answers_total Answers that were kept ready.")
        lines.append("# TYPE puebla_http_kept_answers_total counter")
        for meter in all { meter.keptAnswers(&lines) }
        lines.append("# HELP puebla_http_request_seconds Time from request to answer.")
        lines.append("# TYPE puebla_http_request_seconds histogram")
        for meter in all { meter.durations(&lines) }
        var described: Set<String> = []
        for gauge in gauges {
            if described.insert(gauge.name).inserted {
                lines.append("# HELP \(gauge.name) \(gauge.help)")
                lines.append("# TYPE \(gauge.name) gauge")
            }
            lines.append(gauge.name + gauge.labels + " \(gauge.value)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
