import Charter
import HashTreeCollections

extension ConferenceState {
    /// A change between two days in one sentence without a full stop; its day isn't in it.
    public func line(_ change: DatedChange) -> Localized {
        switch change.what {
        case .organEstablished(let organ):
            return organName(of: organ, change) + Localized(es: ": se establece", en: ": established")
        case .organRenamed(_, let from, let to):
            return Localized(es: "\(from.es) pasa a llamarse \(to.es)", en: "\(from.en) is renamed \(to.en)")
        case .organDescribed(let organ):
            return organName(of: organ, change)
                + Localized(
                    es: ": se describen su composición y sus competencias",
                    en: ": its composition and competences are described")
        case .organEnded(let organ, let successor):
            let end = organName(of: organ, change) + Localized(es: ": termina", en: ": ended")
            guard let successor else { return end }
            return end + Localized(es: "; le sucede ", en: "; succeeded by ")
                + organName(of: successor, change)
        case .organTermOver(let organ):
            return organName(of: organ, change) + Localized(es: ": vence su plazo", en: ": its term is over")
        case .admitted(let party, let status, let recorded):
            return name(party) + admitted(status, recorded: recorded)
        case .reinstated(let party):
            return name(party)
                + Localized(es: " vuelve a ser observador", en: " is an observer again")
        case .lapseAnnounced(let party):
            return name(party)
                + Localized(
                    es: ": se anuncia que perdió la condición de observador",
                    en: ": the lapse of its observer status is announced")
        case .left(let party, let status):
            return name(party) + left(status)
        case .presidencyDesignated(let party, let term):
            return Localized(es: "Presidencia de \(term): ", en: "Presidency of \(term): ") + name(party)
                + Localized(es: " es designada", en: " is designated")
        case .presidencyThemeSet(let term, let theme):
            return Localized(
                es: "Tema de la presidencia de \(term): \(theme.es)",
                en: "Theme of the presidency of \(term): \(theme.en)")
        case .presidencyBegan(let party, let term):
            return Localized(
                es: "Empieza la presidencia de \(term): ", en: "The presidency of \(term) begins: ")
                + name(party)
        case .presidencyHandedOver(let from, let to):
            return Localized(es: "Traspaso de la presidencia: ", en: "Handover of the presidency: ")
                + name(from) + Localized(es: " a ", en: " to ") + name(to)
        case .planAdopted(let id):
            return (plan.plans[id]?.act.title ?? Localized(same: id.text))
                + Localized(es: ": se aprueba", en: ": adopted")
        case .lineStated(let place):
            return title(of: place)
        case .statusReported(let place, let before, let status):
            let now = title(of: place) + Localized(same: ": ") + status.name
            guard let before else { return now }
            // A report that confirms what was reported before is told as that, not as news.
            if before == status { return now + Localized(es: " (como antes)", en: " (as before)") }
            return now + Localized(es: " (antes: ", en: " (before: ") + before.name + Localized(same: ")")
        }
    }

    private func organName(of organ: OrganID, _ change: DatedChange) -> Localized {
        name(organ, on: change.on.first)
    }

    private func admitted(_ status: MembershipState.Status, recorded: Bool) -> Localized {
        switch (status, recorded) {
        case (.member, true): Localized(es: " es miembro", en: " becomes a member")
        case (.member, false):
            Localized(es: " consta por primera vez como miembro", en: " is first recorded as a member")
        case (.observer, true): Localized(es: " es observador", en: " becomes an observer")
        case (.observer, false):
            Localized(es: " consta por primera vez como observador", en: " is first recorded as an observer")
        case (.network, _):
            Localized(
                es: " participa por la sociedad civil", en: " takes part for civil society")
        }
    }

    private func left(_ status: MembershipState.Status) -> Localized {
        switch status {
        case .member: Localized(es: " deja de ser miembro", en: " is no longer a member")
        case .observer: Localized(es: " deja de ser observador", en: " is no longer an observer")
        case .network: Localized(es: " deja de participar", en: " no longer takes part")
        }
    }

    private func title(of place: PlanPlace) -> Localized {
        guard let line = plan.plans[place.plan]?.lines[place.line] else {
            return Localized(same: "\(place.plan) \(place.line)")
        }
        return line.act.line(self)
    }
}
