import Hummingbird
import Logging

/// One line per request, without anything personal: no address of the reader, no path, no query; the
/// route's name says enough. An answer that was kept ready is logged at `debug`, every other at `info`,
/// a failed one at `error`.
enum RequestLog {
    static func write(
        _ request: Request, _ response: Response, route: String, _ duration: Duration, kept: Bool,
        id: String?, _ scope: RequestScope
    ) {
        let level: Logger.Level = response.status.code >= 500 ? .error : kept ? .debug : .info
        guard scope.logger.logLevel <= level else { return }
        let microseconds = duration / .microseconds(1)
        var metadata: Logger.Metadata = [
            "method": "\(request.method.rawValue)", "route": "\(route)",
            "status": "\(response.status.code)", "ms": "\((microseconds / 10).rounded() / 100)",
        ]
        if let id { metadata["id"] = "\(id)" }
        scope.logger.log(level: level, "request", metadata: metadata)
    }
}
