import Charter
import Conference
import Secretariat

extension ConferencePages {
    /// What is answered where the address names a seat that nobody has, or that may not be taken there.
    ///
    /// The seats are named only to whoever may take one; to all others it leads to the public's page.
    public func noSeat(_ typed: String, _ place: ShellPlace) -> NoSeat {
        let context = PageContext(
            published: registrar.published,
            request: PageRequest(
                base: base, route: .home, language: place.language, surroundings: place.surroundings),
            now: registrar.now)
        return place.surroundings.isTriedOut
            ? context.noSeat(typed, place.here) : context.noSeats(place.here)
    }
}

extension PageContext {
    /// Nobody has that seat on the conference's day: the nearest, then all that there are.
    fileprivate func noSeat(_ raw: String, _ here: String) -> NoSeat {
        // Repeated as it was typed where it could be somebody's name, else as it stands in the address.
        let decoded = PercentEncoding.decode(raw[...]) ?? raw
        let isPlain = decoded.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0)
        }
        let typed = String((isPlain ? decoded : raw).prefix(40))
        let observers = state.observers(on: today).value.map(\.party)
        let groups: [(name: String, viewers: [Viewer])] = [
            (self("Miembros", "Members"), state.memberIDs(on: today).map { .member($0) }),
            (self("Observadores", "Observers"), observers.map { .observer($0) }),
            (
                self("Los demás", "The others"),
                [.public, .presidency, .secretariat, .administrator, .network]
            ),
        ]
        let near = nearest(decoded, groups.flatMap(\.viewers))
        func fact(_ name: String, _ viewers: [Viewer]) -> ErrorFact {
            ErrorFact(
                name: name,
                links: viewers.map { viewer in
                    LinkModel(
                        text: text(viewer),
                        href: request.base.seen(by: Seat(viewer)).prefix + here)
                })
        }
        let date = Written.long(today, language)
        return NoSeat(
            title: typed.isEmpty
                ? self("Falta decir como quién ver", "The address doesn't say as whom to look")
                : self("No se puede ver como “\(typed)”", "You can't look as “\(typed)”"),
            sentence: self(
                "El \(date) la conferencia se puede ver como uno de los siguientes; cada enlace lleva a esta misma página.",
                "On \(date) the conference can be seen as one of the following; each link leads to this same page."
            ),
            facts: (near.isEmpty ? [] : [fact(self("Lo más parecido", "Nearest"), near)])
                + groups.map { fact($0.name, $0.viewers) })
    }

    /// Here everybody is shown the same: the same page as the public sees it.
    fileprivate func noSeats(_ here: String) -> NoSeat {
        let opened = state.registry.opened?.act
        return NoSeat(
            title: self("Aquí solo se ve como el público", "Here it is seen as the public alone"),
            sentence: self(
                "Esta dirección pide ver la conferencia como otra persona, y aquí a todos se les muestra lo que es público. Solo una conferencia inventada se mira como otra persona, y solo desde la máquina que la sirve con “puebla serve --try”.",
                "This address asks to look at the conference as somebody else, and here everybody is shown what is public. Only an invented conference is looked at as somebody else, and only from the machine that serves it with “puebla serve --try”."
            ),
            facts: [
                ErrorFact(
                    name: self("Esta página", "This page"),
                    links: [
                        LinkModel(
                            text: opened.map { self($0.name) } ?? "Puebla", href: request.base.prefix + here)
                    ])
            ])
    }

    /// Whoever has that code, else the nearest: by the party's code or name where the address says a kind of party.
    private func nearest(_ typed: String, _ viewers: [Viewer]) -> [Viewer] {
        let halves = typed.folded.split(separator: "-", maxSplits: 1)
        let isParty = halves.count == 2 && ["member", "observer"].contains(halves[0])
        let wanted = isParty ? String(halves[1]) : typed.folded
        let named = viewers.map { (id: $0, names: names($0)) }
        let same = named.filter { $0.names.contains { $0.folded == wanted } }
        return same.isEmpty ? Nearest.find(wanted, among: named) : same.map(\.id)
    }

    /// Who it is, and how an address says it.
    private func text(_ viewer: Viewer) -> String {
        switch viewer {
        case .public: words(viewer)
        case .member(let party), .observer(let party): "\(name(party)) (\(Seat(viewer)?.text ?? ""))"
        default: "\(words(viewer)) (\(Seat(viewer)?.text ?? ""))"
        }
    }

    /// As what somebody may have typed it.
    private func names(_ viewer: Viewer) -> [String] {
        switch viewer {
        case .public: ["public", words(viewer)]
        case .member(let party), .observer(let party):
            [party.text, name(party)]
        default: [Seat(viewer)?.text ?? "", words(viewer)]
        }
    }
}
