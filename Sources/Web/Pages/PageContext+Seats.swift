import Charter
import Conference
import HashTreeCollections

/// The bar of an invented conference: what it is, as whom it is seen, on which day its clock stands.
extension PageContext {
    /// The page's address without the conference's place.
    var here: String {
        let asked = request.query.items.map { ($0.name, $0.value) }
        return String(
            request.base.path(request.route, language, query: asked).dropFirst(request.base.prefix.count))
    }

    /// What an invented conference says on top of each page; seats and clock only where it is tried out.
    func inventedBar(here: String) -> InventedBar {
        let around = request.surroundings
        var bar = InventedBar(sentences: [
            self("Conferencia inventada", "Invented conference"),
            self(
                "Estados, cifras y textos son una demostración.",
                "States, figures and texts are a demonstration."),
        ])
        let isOne = around.others.count { !$0.isInvented } == 1
        bar.others = around.others.map { other in
            LinkModel(
                text: isOne && !other.isInvented
                    ? self("La conferencia real", "The real conference") : self(other.name),
                href: other.base.path(.home, language))
        }
        guard around.isTriedOut else { return bar }
        bar.seenAs = words(viewer)
        bar.seats = seats(here)
        bar.clock = around.clock.map { clock in
            InventedBar.ClockForm(
                action: request.base.prefix + "/clock", back: request.base.prefix + here, day: clock.day(),
                home: clock.home,
                range: (first: clock.days.lowerBound, last: clock.days.upperBound),
                typed: around.clockTyped, problem: around.clockTyped.map { problem($0, clock.days) })
        }
        return bar
    }

    /// The eight as whom it can be looked at, each a link to the same page.
    private func seats(_ here: String) -> [InventedBar.Seat] {
        func link(_ viewer: Viewer, _ text: String) -> LinkModel {
            LinkModel(
                text: text, href: request.base.seen(by: Seat(viewer)).prefix + here,
                isCurrent: viewer == self.viewer)
        }
        func seat(_ viewer: Viewer) -> InventedBar.Seat { .init(link: link(viewer, words(viewer))) }
        /// One of several: whoever looks now, else the first, with all of them below.
        func oneOf(_ parties: [PartyID], _ words: String, _ viewer: (PartyID) -> Viewer) -> [InventedBar.Seat]
        {
            guard let first = parties.first(where: { viewer($0) == self.viewer }) ?? parties.first else {
                return []
            }
            return [
                .init(
                    link: link(viewer(first), "\(words): \(name(first))"),
                    more: parties.count < 2 ? [] : parties.map { link(viewer($0), name($0)) })
            ]
        }
        let observers = state.observers(on: today).value.map(\.party)
        let countries = observers.filter { state.membership.parties[$0]?.kind == .state }
        let organizations = observers.filter { state.membership.parties[$0]?.kind != .state }
        return [seat(.public)]
            + oneOf(state.memberIDs(on: today), self("un miembro", "a member")) { .member($0) }
            + [seat(.presidency), seat(.secretariat), seat(.administrator)]
            + oneOf(countries, self("un país observador", "an observer country")) { .observer($0) }
            + oneOf(organizations, self("un organismo observador", "an observer organisation")) {
                .observer($0)
            } + [seat(.network)]
    }

    /// A viewer in words: who that is to the conference.
    func words(_ viewer: Viewer) -> String {
        switch viewer {
        case .public: self("el público", "the public")
        case .member(let party): name(party) + self(" (miembro)", " (member)")
        case .observer(let party): name(party) + self(" (observador)", " (observer)")
        case .presidency: self("la presidencia", "the presidency")
        case .secretariat: self("la secretaría", "the secretariat")
        case .network: self("la red de la sociedad civil", "the civil society network")
        case .administrator: self("la administración del fondo", "the fund's administrator")
        }
    }

    private func problem(_ typed: String, _ days: ClosedRange<Day>) -> String {
        if Day(typed) == nil {
            let (first, last) = (days.lowerBound.description, days.upperBound.description)
            return self(
                "“\(typed)” no es un día; escríbalo como AAAA-MM-DD, del \(first) al \(last).",
                "“\(typed)” isn't a day; write it as YYYY-MM-DD, from \(first) to \(last).")
        }
        let (first, last) = (Written.long(days.lowerBound, language), Written.long(days.upperBound, language))
        return self(
            "Este reloj va del \(first) al \(last); elija un día entre los dos.",
            "This clock goes from \(first) to \(last); choose a day between the two.")
    }

    /// On the first page, what a seat sees that the public doesn't; `nil` for the public.
    var seatNotice: (text: String, links: [LinkModel])? {
        func link(_ route: Route, _ es: String, _ en: String) -> LinkModel {
            LinkModel(text: self(es, en), href: plainPath(route))
        }
        let register = link(.register, "El registro", "The register")
        let standing =
            isOffered(.standing)
            ? [link(.standing, "Contribuciones previstas y recibidas", "Contributions foreseen and received")]
            : []
        let who = words(viewer)
        switch viewer {
        case .public: return nil
        case .member, .presidency:
            var own: [LinkModel] = []
            if case .member(let party) = viewer {
                own = [LinkModel(text: name(party), href: plainPath(.party(party.text)))]
            }
            return (
                self(
                    "Ve como \(who). Además de lo público: contribuciones y voto de los miembros, la situación de los observadores, los papeles de los miembros y los de las sesiones cerradas.",
                    "You look as \(who). Beyond what is public: the members' contributions and votes, where observers stand, the members' papers and those of closed sessions."
                ), standing + own + [register]
            )
        case .secretariat:
            return (
                self(
                    "Ve como \(who). Además de lo público: contribuciones y voto de los miembros, la situación de los observadores y los papeles de los miembros; no los de las sesiones cerradas.",
                    "You look as \(who). Beyond what is public: the members' contributions and votes, where observers stand and the members' papers; not those of closed sessions."
                ), standing + [register]
            )
        case .observer(let party):
            return (
                self(
                    "Ve como \(who). Además de lo público: los papeles para participantes, y su propia situación como observador.",
                    "You look as \(who). Beyond what is public: papers for participants, and where you stand as an observer."
                ), [LinkModel(text: name(party), href: plainPath(.party(party.text))), register]
            )
        case .network, .administrator:
            return (
                self(
                    "Ve como \(who). Además de lo público: los papeles para participantes.",
                    "You look as \(who). Beyond what is public: papers for participants."), [register]
            )
        }
    }
}
