public import Charter
import Conference
import HTML
import Register
public import Secretariat

/// The pages of one conference: each a function from a snapshot and a viewer.
public struct ConferencePages: PageSource {
    private let registrar: Registrar
    private let base: ConferencePath
    private let look: LookAssets
    private let proofs: ProofKeeper
    private let current: CurrentVersion

    /// The pages of the conference whose acts that registrar performs, at a place on the server.
    public init(_ registrar: Registrar, at base: ConferencePath, look: LookAssets) {
        self.registrar = registrar
        self.base = base
        self.look = look
        proofs = ProofKeeper(registrar.store)
        current = CurrentVersion(registrar)
    }

    /// What a page made now would depend on.
    public var version: PageVersion { current.now }

    /// Why nothing is written at present.
    public var trouble: String? { registrar.failure?.sentence(spanish: false) }

    static func version(_ state: ConferenceState, _ now: Instant) -> PageVersion {
        PageVersion(sequence: state.sequence, day: state.day(at: now))
    }

    /// Answers one question from a snapshot.
    public func answer(_ request: PageRequest) async throws -> PageAnswer {
        let published = registrar.published
        let context = PageContext(published: published, request: request, now: registrar.now)
        let outcome: PageOutcome
        switch request.route {
        case .home: outcome = .model(HomePage(context))
        case .parties: outcome = try await PartiesPage.make(context, registrar)
        case .party(let code): outcome = try await PartyPage.make(PartyID(code), context, registrar)
        case .presidencies: outcome = try await PresidenciesPage.make(context, registrar)
        case .contributions: outcome = try await ContributionsPage.make(context, registrar)
        case .workingDays: outcome = .model(WorkingDaysPage(context))
        case .charter: outcome = .model(CharterPage(context))
        case .clause(let id): outcome = ClausePage.make(ClauseID(id), context)
        case .register: outcome = try await RegisterPage.make(context, registrar)
        case .entry(let sequence): outcome = try await EntryPage.make(sequence, context, registrar, proofs)
        }
        switch outcome {
        case .other(let answer): return answer
        case .model(let model):
            if let problem = context.dayProblem, !model.showsDayProblem { return .unreadable(problem) }
            let bytes: [UInt8] =
                switch request.representation {
                case .json: context.json(model).bytes
                case .html:
                    Page.render(
                        shell: context.shell(current: request.route), title: model.title, style: look.version,
                        describedAs: model.summary
                    ) { model.write(&$0) }
                }
            return .page(
                RenderedPage(
                    bytes: bytes, version: context.version, keeping: model.keeping,
                    isQuestionUnfit: model.isQuestionUnfit || context.dayProblem != nil))
        }
    }

    /// The frame for a page that isn't the conference's own, such as an error.
    public func shell(_ language: Language, twin: String) -> ShellModel {
        let context = PageContext(
            published: registrar.published,
            request: PageRequest(base: base, route: .home, language: language),
            now: registrar.now)
        var shell = context.shell(current: nil)
        shell.twinHref = twin
        return shell
    }
}

/// What a page function gives.
enum PageOutcome {
    case model(any PageModel)
    case other(PageAnswer)
}

/// One page, prepared: everything it shows was computed by name before.
protocol PageModel {
    /// The title of the window.
    var title: String { get }
    /// One sentence for search engines.
    var summary: String? { get }
    /// How long it may be kept.
    var keeping: Keeping { get }
    /// True if a field was filled with what can't be read: the page says so at the field, and is sent as 400.
    var isQuestionUnfit: Bool { get }
    /// True if the page shows what is wrong with `?on=` at its day field; otherwise an error page says it.
    var showsDayProblem: Bool { get }
    /// The same as JSON, without the frame that every answer has.
    var json: JSONValue { get }
    /// Writes the main part.
    func write(_ html: inout HTMLWriter)
}

extension PageModel {
    var summary: String? { nil }
    var keeping: Keeping { .whileCurrent }
    var isQuestionUnfit: Bool { false }
    var showsDayProblem: Bool { false }
}
