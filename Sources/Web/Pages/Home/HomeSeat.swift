import Charter
import Conference
import Exchange
import HTML

/// On the first page, where whoever looks stands: a member its vote and contributions, an observer its status,
/// presidency and secretariat what they still owe this year; and what they see beyond what is public.
struct HomeSeat {
    /// Who it is, in bold before the sentence.
    private let name: String?
    private let sentence: String?
    private let why: WhyModel?
    private let tone: TagTone
    private let note: (text: String, links: [LinkModel])
    /// The same for programs.
    let json: JSONValue

    /// `nil` for the public, which has no seat.
    init?(_ context: PageContext) {
        guard let note = context.seatNotice, let seat = Seat(context.viewer) else { return nil }
        let (state, day) = (context.state, context.day)
        var name: String?
        var sentence: String?
        var why: WhyModel?
        var own: (name: String, value: JSONValue)?
        var further: [LinkModel] = []
        var isAtStake = false
        switch context.viewer {
        case .member(let party)
        where state.isMember(party, on: day) && state.edition(on: day)?.edition.rule(.F3) != nil:
            let member = StandingMember(state.standing(party, on: day), context)
            (name, sentence, why) = (context.name(party), member.sentence, member.why)
            own = ("member", member.json)
            isAtStake = member.state == .noVote || member.state == .excluded
        case .observer(let party):
            let answer = state.observerStanding(party, on: day)
            (name, sentence) = (context.name(party), HomeSeat.sentence(answer.value, context))
            why = context.why(
                answer.basis, change: answer.change,
                about: context("su condición de observador", "its status as an observer"))
            own = ("observer", PartyStanding.json(answer, context))
            isAtStake = answer.value.status == .atRisk || answer.value.status == .lapsed
        case .presidency, .secretariat:
            let owner: Duty.Owner = context.viewer == .presidency ? .presidency : .secretariat
            let duties = [day.year, day.year + 1].flatMap {
                state.duties(of: $0, on: day, for: context.viewer).map(\.value).filter { $0.owner == owner }
            }
            name = Written.capitalised(context.words(context.viewer))
            sentence = HomeSeat.sentence(duties, context)
            isAtStake = duties.contains { $0.status == .missed }
            own = (
                "duties",
                [
                    "open": .number(duties.count { $0.status == .open && $0.due.year == day.year }),
                    "missed": .number(duties.count { $0.status == .missed }),
                    "next": JSONValue(duties.filter { $0.status == .open }.map(\.due).min()),
                ]
            )
            further = [
                LinkModel(
                    text: context("Deberes del año", "Duties of the year"), href: context.plainPath(.duties))
            ]
        case .member, .network, .administrator, .public: break
        }
        (self.name, self.sentence, self.why) = (name, sentence, why)
        tone = isAtStake ? .gold : .cobalt
        self.note = (note.text, further + note.links)
        json = .object([("viewer", .text(seat.text))] + [own].compactMap { $0 })
    }

    /// An observer's status, and what would come of staying away.
    private static func sentence(_ standing: ObserverStanding, _ context: PageContext) -> String {
        let date = standing.lapses.map { Written.long($0, context.language) }
        let word = PartyStanding.words(standing.status, context).0
        switch (standing.status, date) {
        case (.notRecorded, _): return context("no consta.", "not recorded.")
        case (.lapsed, let date?):
            return context("perdió la condición el \(date).", "its status lapsed on \(date).")
        case (_, let date?):
            return context(
                "\(word). Sin asistir a otra reunión, perdería la condición no antes del \(date).",
                "\(word). Without attending another meeting its status would lapse on \(date) at the earliest."
            )
        case (_, nil): return word + "."
        }
    }

    /// What is still owed this year, what comes next, and what isn't on record in time.
    private static func sentence(_ duties: [Duty], _ context: PageContext) -> String {
        let open = duties.filter { $0.status == .open }.sorted { $0.due < $1.due }
        let missed = duties.filter { $0.status == .missed }.map { context($0.title) }
        let count = Counted(
            one: Phrase("deber abierto", "duty open"), other: Phrase("deberes abiertos", "duties open"))
        let now = open.count { $0.due.year == context.day.year }
        var text =
            now == 0
            ? context("ningún deber abierto este año", "no duty open this year")
            : count.text(now, context.language) + context(" este año", " this year")
        text +=
            open.first.map { next in
                let date = Written.long(next.due, context.language)
                return context(
                    "; el próximo, “\(context(next.title))”, vence el \(date).",
                    "; the next, “\(context(next.title))”, is due on \(date).")
            } ?? "."
        if !missed.isEmpty {
            let list = Written.list(missed.map { "“\($0)”" }, context.language)
            text += context(" No consta a tiempo: \(list).", " Not on record in time: \(list).")
        }
        return text
    }

    func write(_ html: inout HTMLWriter, _ language: Language) {
        html.notice(tone) { html in
            if let name, let sentence {
                html(.p) { html in
                    html(.b, name + ": ")
                    html.text(sentence)
                }
                if let why { html.why(why, language) }
            }
            html(.p, note.text, .class(sentence == nil ? nil : "small"))
            html(.p) { html in
                for (index, link) in note.links.enumerated() {
                    if index > 0 { html.text(" · ") }
                    html(.a, link.text, .href(link.href))
                }
            }
        }
    }
}
