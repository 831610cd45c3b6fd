import ArgumentParser
import Charter
import Conference
import Exchange
import Foundation
import Logging
import Secretariat
import Synchronization
import Web

/// Serves one or more conferences.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the pages of one or more data folders.",
        discussion: """
            The first folder's conference is at /, the others below /c/ID/. Once it listens, the address is
            printed as one line on standard output; the log goes to standard error. SIGTERM or SIGINT end it.

            Example:
              puebla serve --data var --data var-csm --port 8080
            """)

    @Option(
        name: .customLong("data"),
        help: "A data folder; may be given more than once. Without it $PUEBLA_DATA, else ./var.")
    var folders: [String] = []
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0: any free one.") var port = 8080
    @Option(
        help: """
            Under which address the server is known, such as https://puebla.example: feeds, calendars and \
            citations are written with it. Without it, the address it listens on.
            """)
    var origin: String?
    @Option(
        help: "Whom to tell of a weakness, mailto:… or https://…, for /.well-known/security.txt.")
    var securityContact: String?
    @Option(help: "Whom to write to about the pages, mailto:… or https://…: shown by them.")
    var contact: String?
    @Option(help: "WeasyPrint 70 or later, for PDF; without it $PUEBLA_WEASYPRINT, else weasyprint.")
    var weasyprint: String?
    @Flag(
        name: .customLong("try"),
        help: """
            Let visitors of an invented conference look at it as a member, the secretariat or another; on \
            127.0.0.1, ::1 or localhost alone.
            """)
    var tryOut = false
    @OptionGroup var clock: ClockOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.chosen
        guard !tryOut || Hosting.isLoopback(host) else {
            throw Failure.cannot(
                language == .es
                    ? "--try solo vale en este equipo: quítelo, o sirva en 127.0.0.1 en vez de \(host)."
                    : "--try holds on this machine alone: remove it, or serve on 127.0.0.1 instead of \(host)."
            )
        }
        guard (0...65_535).contains(port) else {
            throw Failure.cannot(
                language == .es
                    ? "El puerto \(port) no existe; dé uno de 0 a 65535."
                    : "There is no port \(port); give one from 0 to 65535.")
        }
        var hosting = Hosting(
            folders: folders.isEmpty ? [try DataOption.parse([]).folder] : folders, language: language,
            clock: try clock.clock(language), logger: Desk.logger(.info))
        hosting.check = { [clock] in try clock.check($0, language) }
        hosting.tryOut = tryOut
        hosting.paper = PDFMaker(executable: weasyprint)
        if let origin {
            guard let known = SiteOrigin(origin) else {
                throw Failure.cannot(
                    language == .es
                        ? "--origin \(origin): escriba https:// y el nombre del servidor, sin ruta, por ejemplo https://puebla.example."
                        : "--origin \(origin): write https:// and the server's name without a path, such as https://puebla.example."
                )
            }
            hosting.origin = known
        }
        if let securityContact {
            guard ["mailto:", "https://"].contains(where: { securityContact.hasPrefix($0) }) else {
                throw Failure.cannot(
                    language == .es
                        ? "--security-contact \(securityContact): empiece por mailto: o https://."
                        : "--security-contact \(securityContact): begin with mailto: or https://.")
            }
            hosting.securityContact = securityContact
        }
        if let contact {
            guard ["mailto:", "https://"].contains(where: { contact.hasPrefix($0) }) else {
                throw Failure.cannot(
                    language == .es
                        ? "--contact \(contact): empiece por mailto: o https://."
                        : "--contact \(contact): begin with mailto: or https://.")
            }
            hosting.contact = contact
        }
        try await hosting.serve(host: host, port: port)
    }
}

/// Data folders, opened and served together.
struct Hosting: Sendable {
    let folders: [String]
    let language: Language
    /// What time it is: pages turn at the conference's midnight by it.
    let clock: @Sendable () -> Instant
    let logger: Logger
    /// Refuses a register that mustn't be served so.
    var check: @Sendable (ConferenceState) throws -> Void = { _ in }
    /// Under which address the server is known.
    var origin = SiteOrigin()
    /// Whom to tell of a weakness.
    var securityContact: String?
    /// Whom to write to about the pages.
    var contact: String?
    /// Makes the PDFs.
    var paper = PDFMaker()
    /// True if visitors of an invented conference may look at it as one of its parties; on loopback alone.
    var tryOut = false

    /// True for an address that only this machine reaches.
    static func isLoopback(_ host: String) -> Bool {
        if host == "::1" || host == "localhost" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Opens the folders, listens, and closes them when asked to stop; a folder that can't be opened leaves
    /// none open.
    func serve(host: String, port: Int) async throws {
        OpenFiles.raise()
        let opened = try open()
        defer { for one in opened { one.office.close() } }
        let responder = try Desk.attempt(language) { try site(opened) }
        do {
            try await SiteServer.run(responder, host: host, port: port, logger: logger) { port in
                origin.listens(host: host, port: port)
                say("http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
            }
        } catch let problem as ListeningProblem {
            throw Failure.cannot(problem.sentence(language))
        }
    }

    /// A folder that is open, with the clock that stands in it if it holds an invented conference.
    private struct Opened {
        let office: Office
        let standing: StandingClock?
    }

    private func open() throws -> [Opened] {
        var opened: [Opened] = []
        do {
            try refuseTwice(folders.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
            for folder in folders {
                opened.append(try Desk.attempt(language) { try open(folder) })
            }
            try refuseTwins(opened.map(\.office))
        } catch {
            for one in opened { one.office.close() }
            throw error
        }
        return opened
    }

    /// Each office has a clock of its own: of a demonstration's folder it stands, of any other it runs.
    private func open(_ folder: String) throws -> Opened {
        let hand = ClockHand(clock)
        let office = try Office(folder: folder, logger: logger, clock: { hand.now })
        do {
            let state = office.registrar.state
            try check(state)
            guard let demo = try DemoFolder.read(folder) else { return Opened(office: office, standing: nil) }
            guard let standing = demo.clock(for: state) else {
                throw FileProblem(
                    DemoFolder.file(of: folder),
                    es:
                        "El reloj solo se detiene en una conferencia inventada, y esta no lo es; quite el archivo.",
                    en: "The clock stands in an invented conference alone, which this isn't; remove the file."
                )
            }
            hand.stand(standing)
            return Opened(office: office, standing: standing)
        } catch {
            office.close()
            throw error
        }
    }

    private func refuseTwice(_ paths: [String]) throws {
        for (index, path) in paths.enumerated() where paths[..<index].contains(path) {
            throw Failure.cannot(
                language == .es
                    ? "\(folders[index]) se dio dos veces; deje una."
                    : "\(folders[index]) was given twice; leave one.")
        }
    }

    private func refuseTwins(_ offices: [Office]) throws {
        for (index, office) in offices.enumerated() {
            let id = office.registrar.conference
            if let twin = offices[..<index].first(where: { $0.registrar.conference == id }) {
                throw Failure.cannot(
                    language == .es
                        ? "\(twin.folder) y \(office.folder) son de la misma conferencia, \(id); sirva una sola de las dos."
                        : "\(twin.folder) and \(office.folder) hold the same conference, \(id); serve only one of them."
                )
            }
            if index > 0, ConferencePath(id: id) == nil {
                throw Failure.cannot(
                    language == .es
                        ? "\(office.folder): “\(id)” no sirve como parte de una dirección; sírvala como primera."
                        : "\(office.folder): “\(id)” can't be a part of an address; serve it as the first one."
                )
            }
        }
    }

    private func site(_ opened: [Opened]) throws -> SiteResponder {
        let look = try LookAssets()
        let conferences = opened.enumerated().compactMap { index, one -> HostedConference? in
            let office = one.office
            guard let base = index == 0 ? .root : ConferencePath(id: office.registrar.conference) else {
                return nil
            }
            return HostedConference(
                base: base,
                source: ConferencePages(
                    office.registrar, at: base, look: look, origin: origin, paper: paper, contact: contact),
                isInvented: office.registrar.state.registry.opened?.act.invented ?? false,
                name: office.registrar.state.registry.opened?.act.name,
                clock: one.standing.map { clock in
                    ClockControl(
                        days: clock.days, home: clock.home, day: { clock.day }, set: { clock.set(day: $0) })
                })
        }
        let clock = clock
        var configuration = SiteConfiguration(
            conferences: conferences, build: Puebla.version, now: { clock().microseconds })
        configuration.origin = origin
        configuration.tryOut = tryOut
        configuration.securityContact = securityContact
        configuration.limits.connections = OpenFiles.connections
        return try SiteResponder(configuration)
    }
}

/// What an office's clock shows: the time of day until a standing clock takes its place.
private final class ClockHand: Sendable {
    private let running: @Sendable () -> Instant
    private let standing = Mutex<StandingClock?>(nil)

    init(_ running: @escaping @Sendable () -> Instant) { self.running = running }

    var now: Instant { standing.withLock { $0 }?.now ?? running() }

    func stand(_ clock: StandingClock) { standing.withLock { $0 = clock } }
}
