import Charter
import Conference
import Exchange
import HTML
import Register
public import Secretariat

/// The pages of one conference: each a function from a snapshot and a viewer.
public struct ConferencePages: PageSource {
    let registrar: Registrar
    let base: ConferencePath
    private let look: LookAssets
    private let proofs: ProofKeeper
    private let current: CurrentVersion
    private let finder: Finder
    let origin: SiteOrigin
    private let paper: PDFMaker
    private let contact: String?

    /// The pages of the conference whose acts that registrar performs, at a place on the server.
    ///
    /// `origin` is what feeds and citations are written with; `paper` makes the PDFs; `finder` finds in the
    /// same conference, one of its own without it; `contact` is the URI to write to about the pages.
    public init(
        _ registrar: Registrar, at base: ConferencePath, look: LookAssets, origin: SiteOrigin = SiteOrigin(),
        paper: PDFMaker = PDFMaker(), finder: Finder? = nil, contact: String? = nil
    ) {
        self.registrar = registrar
        self.finder = finder ?? .ofSite(registrar)
        self.contact = contact
        self.base = base
        self.look = look
        self.origin = origin
        self.paper = paper
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
        var context = PageContext(
            published: registrar.published, request: request, now: registrar.now)
        context.contact = contact
        context.origin = origin
        guard context.isSeated else { return .noSeat }
        switch try await outcome(request.route, context) {
        case .other(let answer): return answer
        case .model(let model): return try await answer(model, context)
        }
    }

    /// What stands at an address: a page, or why there is none.
    func outcome(_ route: Route, _ context: PageContext) async throws -> PageOutcome {
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
            try await HeldText.make(DocumentID(code), in: language, context, registrar)
        case .spaces: try await SpacesPage.make(context, registrar)
        case .space(let code): try await SpacePage.make(SpaceID(code), context, registrar)
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
        case .search: try await SearchPage.make(context, finder)
        case .about: try await AboutPage.make(context, registrar)
        case .accessibility: try await AccessibilityPage.make(context, registrar)
        case .verify: try await VerifyPage.make(context, registrar)
        }
    }

    private func answer(_ model: any PageModel, _ context: PageContext) async throws -> PageAnswer {
        let request = context.request
        if let problem = context.dayProblem, !model.showsDayProblem { return .unreadable(problem) }
        if let problem = model.sorting?.problem { return .unreadable(problem) }
        let files = PageFiles(context: context, registrar: registrar, origin: origin)
        let bytes: [UInt8]
        switch request.representation {
        case .json: bytes = context.json(model).bytes
        case .html: bytes = html(model, files)
        case .pdf:
            do throws(PDFError) {
                bytes = try await paper.pdf(look.paper.page(html(model, files)), base: files.address())
            } catch { return .unavailable(context(error.sentence), detail: error.detail) }
        case .csv, .xlsx, .ics, .atom, .bib, .ris:
            if model.isQuestionUnfit {
                return .unreadable(
                    context(
                        "La pregunta tiene un campo que no se entiende; la página misma dice cuál: quite la terminación «.\(request.representation.rawValue)» de la dirección.",
                        "The question has a field that can't be read; the page itself says which: take the ending “.\(request.representation.rawValue)” off the address."
                    ))
            }
            guard let made = try await file(model, files) else {
                return .notFound([LinkModel(text: model.title, href: context.plainPath(request.route))])
            }
            bytes = made
        }
        return .page(
            RenderedPage(
                bytes: bytes, version: context.version, keeping: model.keeping,
                isQuestionUnfit: model.isQuestionUnfit || context.dayProblem != nil))
    }

    private func html(_ model: any PageModel, _ files: PageFiles) -> [UInt8] {
        let context = files.context
        var shell = context.shell(of: model)
        if files.citation() != nil {
            shell.formats += [Representation.bib, .ris].map {
                LinkModel(
                    text: $0.label,
                    href: context.request.base.path(context.request.route, context.language, $0))
            }
        }
        return Page.render(
            shell: shell, title: model.title, style: look.version,
            describedAs: model.summary, descriptions: files.descriptions(model)
        ) { model.write(&$0) }
    }

    /// A page as a file for another program; `nil` where it hasn't that form.
    private func file(_ model: any PageModel, _ files: PageFiles) async throws -> [UInt8]? {
        switch files.context.request.representation {
        case .csv:
            guard model.formats.contains(.csv), let sheet = files.sheet(model.lists()) else { return nil }
            return CSV.bytes(sheet, notice: files.notice)
        case .xlsx:
            guard model.formats.contains(.xlsx), let sheet = files.sheet(model.lists()) else { return nil }
            let notice = files.notice
            return try await Blocking.run { () throws(XLSXError) in try XLSX.bytes(sheet, notice: notice) }
        case .ics:
            guard model.formats.contains(.ics) else { return nil }
            return files.calendar(model.meetings(), title: model.title)
        case .atom:
            guard model.formats.contains(.atom) else { return nil }
            return try await files.feed(model.acts(), title: model.title)
        case .bib: return files.citation()?.bibTeX()
        case .ris: return files.citation()?.ris()
        case .html, .json, .pdf: return nil
        }
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
    /// False for pages that search engines are told to leave out of their lists.
    var isListed: Bool { get }
    /// In which forms the page can be had besides HTML, in the order in which they are offered.
    var formats: [Representation] { get }
    /// In which order its lists are asked for; `nil` where they have but one.
    var sorting: Sorting? { get }
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
    var isListed: Bool { true }
    var showsDayProblem: Bool { hasPast }
    var formats: [Representation] { [.json, .pdf] }
    var sorting: Sorting? { nil }
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
