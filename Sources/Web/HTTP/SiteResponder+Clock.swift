import Charter
import HTTPTypes
import Hummingbird
import NIOCore

/// Moving the clock of an invented conference that is tried out: a form of two fields, sent from one of its own
/// pages. Nothing is registered by it.
extension SiteResponder {
    /// The largest form that moves a clock, in bytes.
    static let clockFormBytes = 1_024

    /// Answers `POST BASE/clock`; to whoever may not move it there is no such address.
    func clock(_ base: ConferencePath, _ exchange: Exchange, _ place: ErrorPlace) async -> (
        Response, RouteMeter
    ) {
        let meter = meters.meter("clock")
        guard let conference = conference(at: base), let control = conference.clock,
            isSeatOpen(conference, exchange)
        else { return (problem(.notFound([]), place), meter) }
        // Whoever reloads the address stands on the first page again.
        guard exchange.request.method == .post else { return (redirect(.seeOther, base.choice), meter) }
        guard isFromHere(exchange) else {
            return (problem(.closed(ClosedDoor(ClockForm.foreign[place.language])), place), meter)
        }
        guard let type = exchange.header(.contentType)?.lowercased(),
            type.prefix(while: { $0 != ";" }) == "application/x-www-form-urlencoded"
        else { return (problem(.unreadable(ClockForm.noForm[place.language]), place), meter) }
        let buffer: ByteBuffer
        do { buffer = try await exchange.request.body.collect(upTo: Self.clockFormBytes) } catch {
            return (problem(Problem(bodyError: error, limit: Self.clockFormBytes), place), meter)
        }
        guard let form = ClockForm(Substring(String(buffer: buffer)), conference, base, place.language) else {
            return (problem(.unreadable(ClockForm.noForm[place.language]), place), meter)
        }
        if let day = form.day(by: control), control.set(day) {
            return (redirect(.seeOther, form.back), meter)
        }
        return (await refused(form, conference, exchange, place, meter), meter)
    }

    /// The page that the form stood on, with what is wrong at its field.
    private func refused(
        _ form: ClockForm, _ conference: HostedConference, _ exchange: Exchange, _ place: ErrorPlace,
        _ meter: RouteMeter
    ) async -> Response {
        var around = surroundings(of: conference, isTriedOut: true)
        around.clockTyped = form.typed
        let request = PageRequest(
            base: form.base, route: form.route, language: form.language, query: form.query,
            surroundings: around)
        let coding = Negotiation.coding(exchange.header(.acceptEncoding)) ?? .identity
        guard case .page(let page)? = try? await conference.source.answer(request) else {
            return problem(.unreadable(ClockForm.noForm[place.language]), place)
        }
        let wrong = RenderedPage(
            bytes: page.bytes, version: page.version, keeping: .never, isQuestionUnfit: true)
        return once(wrong, request, coding, conference)
    }

    /// True for a form that was sent from a page of this server: browsers say so in one header or the other.
    private func isFromHere(_ exchange: Exchange) -> Bool {
        let site = exchange.header(.named("Sec-Fetch-Site"))
        let origin = exchange.header(.origin)
        if site == nil, origin == nil { return false }
        if let site, site != "same-origin" { return false }
        if let origin, origin != "http://" + (exchange.request.head.authority ?? "") { return false }
        return true
    }
}

/// What the form of the clock says.
struct ClockForm {
    /// The day as it was typed.
    let typed: String
    /// How far it goes from where the clock stands: `+1d`, `-1m`, `home`; `nil` for the day typed.
    let step: String?
    /// Where the form stood.
    let base: ConferencePath
    let route: Route
    let language: Language
    let query: Query

    static let foreign = Phrase(
        "El reloj solo se mueve desde una página de esta conferencia inventada; ábrala y use su formulario.",
        "The clock is moved only from a page of this invented conference; open one and use its form.")
    static let noForm = Phrase(
        "Lo enviado no es el formulario del reloj; ábralo en una página y envíelo otra vez.",
        "What was sent isn't the clock's form; open it on a page and send it again.")

    /// Reads `day=…&step=…&back=…`; where `back` is no page of this conference, it leads to the first.
    init?(_ text: Substring, _ conference: HostedConference, _ base: ConferencePath, _ language: Language) {
        guard let fields = Query(parsing: text) else { return nil }
        let step = fields["step"]
        guard step != nil || fields.items.contains(where: { $0.name == "day" }) else { return nil }
        typed = String((fields["day"] ?? "").prefix(40))
        self.step = step
        let back = fields["back"] ?? ""
        let mark = back.firstIndex(of: "?") ?? back.endIndex
        guard back.utf8.count <= 700,
            case .page(let place, let route, let spoken, _) = Destination(path: String(back[..<mark])),
            place.open == conference.base, let query = Query(parsing: back[mark...].dropFirst())
        else {
            (self.base, route, self.language, query) = (base, .home, language, .empty)
            return
        }
        (self.base, self.route, self.language, self.query) = (place, route, spoken, query)
    }

    /// Where it leads: the page that it stood on, at its one address.
    var back: String {
        base.path(route, language, query: query.items.map { ($0.name, $0.value) })
    }

    /// The day that is asked for; `nil` for one that can't be read.
    func day(by control: ClockControl) -> Day? {
        guard let step else { return Day(typed) }
        if step == ClockStep.home { return control.home }
        return ClockStep.all.first { $0.value == step }?.day(control.day())
    }
}
