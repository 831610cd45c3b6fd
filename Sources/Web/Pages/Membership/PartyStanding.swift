import Charter
import Conference
import HTML
import HashTreeCollections

/// What only some readers see of a party: a member's vote and contributions, an observer's risk, notice and lapse,
/// and its absences (rules.md, Tact).
struct PartyStanding {
    /// Where it stands, a fact each.
    let facts: [PartyPage.Fact]
    /// Meetings with presence and absence; `nil` where nothing is recorded.
    let attendance: DataTable?
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
        attendance = PartyStanding.table(lines, context)
        var fields: [(name: String, value: JSONValue)] = []
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
        }
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

    private static func table(_ lines: [AttendanceLine], _ context: PageContext) -> DataTable? {
        // Where it was is in the list of every reader.
        let lines = lines.filter { $0.presence != .present }
        guard !lines.isEmpty else { return nil }
        return DataTable(
            caption: context("Presencia y ausencia", "Presence and absence"), hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When")), .init(context("Reunión", "Meeting")),
                .init(context("Asistencia", "Attendance")), .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: lines.map { line in
                let entry = line.meeting.attendance?.entry ?? line.meeting.entry
                let presence: DataTable.Cell =
                    switch line.presence {
                    case .present: .tag(context("presente", "present"), .leaf)
                    case .absent: .tag(context("no estuvo", "not there"), .plain)
                    case .notRecorded: .none(context.notRecorded)
                    }
                return [
                    .text(Written.partial(line.meeting.act.from, context.language)),
                    .link(
                        context(context.state.title(of: line.meeting)),
                        href: context.plainPath(.meeting(line.meeting.id.text))), presence,
                    .link(Written.entry(entry, context.language), href: context.plainPath(.entry(entry))),
                ]
            }, isTall: lines.count > 20)
    }

    func write(_ html: inout HTMLWriter, _ language: Language) {
        guard let attendance else { return }
        html.section(
            Phrase("Reuniones en que no estuvo", "Meetings at which it wasn't")[language], id: "attendance",
            note: Phrase("no es público", "not public")[language]
        ) { html in
            html(
                .p,
                Phrase(
                    "Desde que el registro está completo en asistencia, quien no consta presente no estuvo.",
                    "Since the register is complete in attendance, whoever isn't recorded as present wasn't there."
                )[language], .classes("soft", "small"))
            html.table(attendance)
        }
    }
}
