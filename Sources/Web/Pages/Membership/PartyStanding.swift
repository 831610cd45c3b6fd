import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// What only some readers see of a party: a member's vote and contributions, an observer's risk, notice and lapse,
/// and its absences (rules.md, Tact).
struct PartyStanding {
    /// Where it stands, a fact each.
    let facts: [PartyPage.Fact]
    /// What its absences are and which of them count; `nil` where nothing is recorded.
    private let absences: Absences?
    /// The same for programs.
    let json: JSONValue

    /// `nil` for a reader who sees none of it, or a party that is neither on the day.
    init?(_ party: PartyID, _ context: PageContext) {
        let state = context.state
        let day = context.day
        let isMember = state.isMember(party, on: day)
        let wasObserver =
            state.membership.parties[party]?.spans.contains { $0.status == .observer && $0.from.first <= day }
            ?? false
        let seen =
            isMember
            ? context.seesContributions : context.viewer.seesStanding(ofObserver: party) && wasObserver
        guard seen else { return nil }
        let lines = state.attendance(of: party, until: day)
        var counted: Set<MeetingID> = []
        var absences: Absences?
        var fields: [JSONValue.Field] = []
        var facts: [PartyPage.Fact] = []
        if isMember, state.edition(on: day)?.edition.rule(.F3) != nil {
            let member = StandingMember(state.standing(party, on: day), context)
            facts.append(
                PartyPage.Fact(
                    name: context("Voto y contribuciones", "Vote and contributions"),
                    value: .link(member.sentence, href: context.path(.standing)), why: member.why))
            fields.append(("member", member.json))
        } else if !isMember {
            let answer = state.observerStanding(party, on: day)
            facts += PartyStanding.facts(answer, context)
            fields.append(("observer", PartyStanding.json(answer, context)))
            counted = Set(answer.value.missed)
            absences = Absences(lines, answer.value, context)
        }
        if isMember { absences = Absences(lines, context) }
        self.absences = absences
        self.facts = facts
        json = .object(
            fields + [
                (
                    "attendance",
                    .list(
                        lines.map {
                            [
                                "meeting": .text($0.meeting.id.text),
                                "presence": .text($0.presence.rawValue),
                                "counts": .flag(counted.contains($0.meeting.id)),
                                "from": JSONValue($0.meeting.act.from),
                            ]
                        })
                )
            ])
    }

    /// An observer's standing in words and colour.
    static func words(_ status: ObserverStanding.Status, _ context: PageContext) -> (String, TagTone) {
        switch status {
        case .active: (context("activo", "active"), .leaf)
        case .atRisk: (context("por vencer", "at risk"), .gold)
        case .lapsed: (context("vencido", "lapsed"), .gold)
        case .notRecorded: (context.notRecorded, .plain)
        }
    }

    private static func facts(_ answer: Answer<ObserverStanding>, _ context: PageContext) -> [PartyPage.Fact]
    {
        let standing = answer.value
        let (text, tone) = words(standing.status, context)
        func fact(_ es: String, _ en: String, _ day: Day?) -> PartyPage.Fact? {
            day.map {
                PartyPage.Fact(
                    name: context(es, en), value: .text(Written.long($0, context.language)), why: nil)
            }
        }
        return [
            PartyPage.Fact(
                name: context("Su condición de observador", "Its status as an observer"),
                value: .tag(text, tone),
                why: context.why(
                    answer.basis, change: answer.change,
                    about: context("su condición de observador", "its status as an observer"))),
            fact("Ausencia contada desde", "Absence counted from", standing.countedFrom),
            fact("Se le avisa a más tardar", "To be told by", standing.noticeDue),
            notice(standing, context),
            standing.status == .lapsed
                ? fact("Vencida desde", "Lapsed on", standing.lapses)
                : fact("Vencería no antes del", "Would lapse at the earliest on", standing.lapses),
        ].compactMap { $0 }
    }

    /// When it was told, and that it was told late or not at all (rule P5); nothing before it had to be.
    private static func notice(_ standing: ObserverStanding, _ context: PageContext) -> PartyPage.Fact? {
        guard let due = standing.noticeDue else { return nil }
        let name = context("Se le avisó", "Told on")
        guard let given = standing.noticeGiven else {
            let words = context("aviso no dado", "notice not given")
            return context.day < due ? nil : PartyPage.Fact(name: name, value: .text(words), why: nil)
        }
        let late = given > due ? context(", después de lo debido", ", after it was due") : ""
        return PartyPage.Fact(
            name: name, value: .text(Written.long(given, context.language) + late), why: nil)
    }

    /// An observer's standing for programs.
    static func json(_ answer: Answer<ObserverStanding>, _ context: PageContext) -> JSONValue {
        [
            "status": .text(answer.value.status.rawValue), "lapses": JSONValue(answer.value.lapses),
            "noticeDue": JSONValue(answer.value.noticeDue),
            "noticeGiven": JSONValue(answer.value.noticeGiven),
            "countedFrom": JSONValue(answer.value.countedFrom), "basis": context.json(answer.basis),
            "change": context.json(answer.change),
        ]
    }

    /// True if the page says what follows from absences.
    var tellsAbsences: Bool { absences != nil }

    func write(_ html: inout HTMLWriter, _ language: Language) { absences?.write(&html, language) }
}
