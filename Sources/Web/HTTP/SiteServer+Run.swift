public import Charter
import Foundation
import Hummingbird
public import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Why a server can't listen where it was told to.
public enum ListeningProblem: Error, Sendable, Equatable {
    /// Another program listens there.
    case taken(host: String, port: Int)
    /// The system doesn't let this program listen there.
    case forbidden(host: String, port: Int)
    /// This machine has no such address.
    case unknownHost(String)

    init?(_ error: any Error, host: String, port: Int) {
        if let error = error as? IOError {
            switch error.errnoCode {
            case EADDRINUSE: self = .taken(host: host, port: port)
            case EACCES, EPERM: self = .forbidden(host: host, port: port)
            case EADDRNOTAVAIL: self = .unknownHost(host)
            default: return nil
            }
        } else if error is SocketAddressError || error is SocketAddressError.UnknownHost {
            self = .unknownHost(host)
        } else {
            return nil
        }
    }

    /// One sentence: what is wrong and what to do.
    public func sentence(_ language: Language) -> String {
        switch self {
        case .taken(let host, let port):
            Phrase(
                "Otro programa ya escucha en \(host):\(port); elija otro puerto con --port, o 0 para uno libre.",
                "Another program already listens on \(host):\(port); choose another port with --port, or 0 for a free one."
            )[language]
        case .forbidden(let host, let port):
            Phrase(
                "El sistema no permite escuchar en \(host):\(port); elija con --port un puerto desde 1024.",
                "The system doesn't allow listening on \(host):\(port); choose a port from 1024 up with --port."
            )[language]
        case .unknownHost(let host):
            Phrase(
                "Esta máquina no tiene la dirección \(host); dé con --host una suya, por ejemplo 127.0.0.1.",
                "This machine doesn't have the address \(host); give one of its own with --host, such as 127.0.0.1."
            )[language]
        }
    }
}

extension SiteServer {
    /// How long requests under way may take once the process is asked to stop, in seconds.
    static let grace = 10

    /// Serves until the process is asked to stop (SIGTERM or SIGINT), then ends the requests under way; what isn't
    /// answered within ``grace`` seconds is cut off.
    ///
    /// `onListening` learns the port once it is open. Throws a ``ListeningProblem`` where it can't be opened.
    public static func run(
        _ responder: SiteResponder, host: String, port: Int, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let application = application(responder, host: host, port: port, logger: logger) { address in
            await onListening(address.port ?? port)
        }
        var configuration = ServiceGroupConfiguration(
            services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(grace)
        do { try await ServiceGroup(configuration: configuration).run() } catch {
            throw ListeningProblem(error, host: host, port: port) ?? error
        }
    }
}
