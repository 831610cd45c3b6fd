import Charter
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
        let context = PageContext(
            published: registrar.published, request: request, now: registrar.now)
        guard context.isSeated else { return .notFound([]) }
        switch try await outcome(request.route, context) {
        case .other(let answer): return answer
        case .model(let model): return try await answer(model, context)
        }
    }

    private func outcome(_ route: Route, _ context: PageContext) async throws -> PageOutcome {
        switch route {
        case .home: .model(HomePage(context))
        case .conference: try await OrgansPage.make(context, registrar)
        case .organ(let code): try await OrganPage.make(OrganID(code), context, registrar)
        case .parties: try await PartiesPage.make(context, registrar)
        case .party(let code): try await PartyPage.make(PartyID(code), context, registrar)
        case .presidencies: try await PresidenciesPage.make(context, registrar)
        case .meetings: try await MeetingsPage.make(context, registrar)
        case .meeting(let code): try await MeetingPage.make(MeetingID(code), context, registrar)
        case .decisions: try await DecisionsPage.make(context, registrar)
        case .decision(let citation): try await DecisionPage.make(DecisionID(citation), context, registrar)
        case .plans: try await PlansPage.make(context, registrar)
        case .plan(let code): try await PlanPage.make(PlanID(code), context, registrar)
        case .planLine(let plan, let line):
            try await PlanLinePage.make(PlanID(plan), ElementID(line), context, registrar)
        case .library: try await LibraryPage.make(context, registrar)
        case .document(let code): try await DocumentPage.make(DocumentID(code), context, registrar)
        case .documentText(let code, let language):
            try await DocumentText.make(DocumentID(code), in: language, context, registrar)
        case .spaces: try await SpacesPage.make(context, registrar)
        case .space(let code): try await SpacePage.make(code, context, registrar)
        case .glossary: try await GlossaryPage.make(context, registrar)
        case .figures: try await FiguresPage.make(context, registrar)
        case .contributions: try await ContributionsPage.make(context, registrar)
        case .standing: try await StandingPage.make(context, registrar)
        case .workingDays: .model(WorkingDaysPage(context))
        case .charter: .model(CharterPage(context))
        case .clause(let id): ClausePage.make(ClauseID(id), context)
        case .duties: try await DutiesPage.make(context, registrar)
        case .changes: try await ChangesPage.make(context, registrar)
        case .register: try await RegisterPage.make(context, registrar)
        case .entry(let sequence): try await EntryPage.make(sequence, context, registrar, proofs)
        case .search: try await SearchPage.make(context, registrar)
        case .about: try await AboutPage.make(context, registrar)
        case .accessibility: try await AccessibilityPage.make(context, registrar)
        case .verify: try await VerifyPage.make(context, registrar)
        }
    }

    private func answer(_ model: any PageModel, _ context: PageContext) async throws -> PageAnswer {
        let request = context.request
        if let problem = context.dayProblem, !model.showsDayProblem { return .unreadable(problem) }
        let bytes: [UInt8]
        switch request.representation {
        case .json: bytes = context.json(model).bytes
        case .html:
            bytes = Page.render(
                shell: context.shell(of: model), title: model.title, style: look.version,
                describedAs: model.summary
            ) { model.write(&$0) }
        case .csv, .xlsx, .pdf, .ics, .atom:
            return .notFound([LinkModel(text: model.title, href: context.plainPath(request.route))])
        }
        return .page(
            RenderedPage(
                bytes: bytes, version: context.version, keeping: model.keeping,
                isQuestionUnfit: model.isQuestionUnfit || context.dayProblem != nil))
    }

    /// The frame for a page that isn't the conference's own, such as an error.
    public func shell(_ place: ShellPlace) -> ShellModel {
        func context(_ base: ConferencePath) -> PageContext {
            PageContext(
                published: registrar.published,
                request: PageRequest(
                    base: base, route: .home, language: place.language, surroundings: place.surroundings),
                now: registrar.now)
        }
        var seen = context(place.base)
        // A seat that nobody has is shown as the public, who may choose another.
        if !seen.isSeated { seen = context(place.base.open) }
        var shell = seen.shell(current: nil)
        if shell.invented != nil { shell.invented = seen.inventedBar(here: place.here) }
        shell.twinHref = place.twin
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
    /// True if the page can show another day than today: the frame offers to choose one, says which is shown,
    /// and says at the field what is wrong with `?on=`.
    var hasPast: Bool { get }
    /// True if the page shows what is wrong with `?on=` at a day field; otherwise an error page says it.
    var showsDayProblem: Bool { get }
    /// In which forms the page can be had besides HTML, in the order in which they are offered.
    var formats: [Representation] { get }
    /// Its lists, whole, for CSV and XLSX: the first is what `.csv` gives, `?list=` names another.
    func lists() -> [ListModel]
    /// The meetings of its calendar.
    func meetings() -> [MeetingID]
    /// The acts of its feed, newest first: their sequences.
    func acts() -> [Int]
    /// The same as JSON, without the frame that every answer has.
    var json: JSONValue { get }
    /// Writes the main part.
    func write(_ html: inout HTMLWriter)
}

extension PageModel {
    var summary: String? { nil }
    var keeping: Keeping { .whileCurrent }
    var isQuestionUnfit: Bool { false }
    var hasPast: Bool { false }
    var showsDayProblem: Bool { hasPast }
    var formats: [Representation] { [.json, .pdf] }
    func lists() -> [ListModel] { [] }
    func meetings() -> [MeetingID] { [] }
    func acts() -> [Int] { [] }
}

/// A list of a page, with all its rows, for spreadsheets.
struct ListModel: Sendable {
    /// Its name in `?list=`, and its sheet's.
    let id: String
    /// Its columns and rows; a link gives its text.
    let table: DataTable
}
