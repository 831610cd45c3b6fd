import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// The first page's four answers, each with its "why?".
struct HomeAnswers {
    private let context: PageContext
    private let presidency: Answer<PresidencyState.Term?>
    private let decision: DecisionRecord?
    private let meetings: HomeMeetings
    private let scale: Result<Answer<ScaleShares>, Refusal>
    private let deadline: Result<Answer<WorkingDeadline>, Refusal>

    init(_ context: PageContext) {
        self.context = context
        let state = context.state
        presidency = state.latestPresidency(on: context.day)
        decision = state.latestDecision(through: context.day, for: context.viewer)
        meetings = HomeMeetings(context)
        scale = Result { () throws(Refusal) in
            try state.scaleShares(budget: ContributionsPage.usual(context), on: context.day)
        }
        let noon = state.zone(on: context.day).instant(context.day, hour: 12)
        deadline = Result { () throws(Refusal) in
            try state.deadline(from: noon, workingDays: WorkingDaysQuestion.usualDays)
        }
    }

    /// Two rows: what happens and what happened; what the rules give.
    var cards: [[CardModel]] {
        [
            [presidencyCard, meetings.nextCard, decisionCard],
            [meetings.lastCard, contributionsCard, deadlineCard],
        ]
    }

    private var presidencyCard: CardModel {
        let why = context.why(
            presidency.basis, change: presidency.change, about: context("esta presidencia", "this presidency")
        )
        guard let term = presidency.value else {
            return CardModel(
                eyebrow: context("Presidencia", "Presidency"),
                title: Written.capitalised(context.notRecorded),
                detail: context(
                    "Aparecerá con la primera designación que se registre.",
                    "It will stand here with the first designation registered."),
                why: why)
        }
        let isOwn = term.days.contains(context.day)
        let period = PresidenciesPage.period(term, context)
        var sentences = [context.state.presidency.themes[term.year].map { "“\(context($0.title))”." }]
            .compactMap { $0 }
        let years = term.days.upperBound.year - term.year + 1
        if let before = context.state.presidency.terms[term.year - years] {
            sentences.append(
                context(
                    "Después de \(context.name(before.party)) (\(PresidenciesPage.period(before, context))).",
                    "After \(context.name(before.party)) (\(PresidenciesPage.period(before, context)))."))
        }
        if !isOwn {
            let next = term.days.upperBound.adding(days: 1).year
            sentences.append(
                context("Desde \(next) no consta en el registro.", "From \(next) on, not recorded."))
        }
        return CardModel(
            eyebrow: isOwn
                ? context("Preside", "In the presidency")
                : context("Última presidencia registrada", "Last presidency recorded"),
            title: "\(context.name(term.party)), \(period)",
            titleHref: context.plainPath(
                .presidencies, query: [("on", context.state.judged(term.days).description)]),
            detail: sentences.joined(separator: " "), why: why)
    }

    private var decisionCard: CardModel {
        let eyebrow = context("Última decisión registrada", "Last decision recorded")
        guard let decision else {
            return CardModel(
                eyebrow: eyebrow, title: Written.capitalised(context.notRecorded),
                detail: context(
                    "Aparecerá cuando la secretaría registre una.",
                    "It will stand here once the secretariat registers one."))
        }
        let meeting = decision.meeting.flatMap { context.state.meetings.meetings[$0] }
        let place = meeting.map { HomeMeetings.where($0, context) }
        let organ = context(context.state.organName(decision.act.organ))
        return CardModel(
            eyebrow: eyebrow, title: context(decision.act.title),
            titleHref: context.path(.decision(decision.id.text)),
            detail: place ?? "\(organ), \(Written.partial(decision.on, context.language)).",
            link: meeting.map {
                LinkModel(
                    text: context("La reunión", "The meeting"), href: context.path(.meeting($0.id.text)))
            }
                ?? LinkModel(
                    text: context("Todas las decisiones", "All decisions"), href: context.path(.decisions)))
    }

    /// Who contributes how much, largest first: few by their codes, those left over as so many others.
    ///
    /// The last groups differ by the cent that the division gave to some of them: they are told as one.
    private static func parts(_ scale: ScaleShares, _ context: PageContext) -> [String] {
        let currency = scale.budget.currency
        func money(_ cents: Int64) -> String { Written.money(cents: cents, currency: currency) }
        var groups = scale.groups.map { (parties: $0.parties, least: $0.amount.cents, most: $0.amount.cents) }
        if groups.count > 1, let last = groups.last, groups[groups.count - 2].least - last.most == 1 {
            groups.removeLast()
            groups[groups.count - 1].parties += last.parties
            groups[groups.count - 1].least = last.least
        }
        return groups.enumerated().map { index, group in
            let (least, most) = (money(group.least), money(group.most))
            if group.parties.count == 1 { return "\(group.parties[0]) \(most)" }
            let isRest = index == groups.count - 1
            let count = Written.word(group.parties.count, context.language)
            let who =
                !isRest
                ? Written.list(group.parties.map(\.text), context.language)
                : groups.count == 1
                    ? context("los \(count)", "all \(count)")
                    : context("otros \(count)", "the other \(count)")
            return least == most
                ? who + context(", \(most) cada uno", ", \(most) each")
                : who + context(", \(least) o \(most) cada uno", ", \(least) or \(most) each")
        }
    }

    private var contributionsCard: CardModel {
        let eyebrow = context("Quién aporta qué", "Who contributes what")
        switch scale {
        case .failure(let refusal):
            return CardModel(
                eyebrow: eyebrow, title: context("Sin contribuciones", "No contributions"),
                titleHref: context.path(.contributions), detail: refusal.message[context.language])
        case .success(let answer):
            let scale = answer.value
            let currency = scale.budget.currency
            let parts = HomeAnswers.parts(scale, context)
            let whole = Written.money(cents: scale.budget.cents, currency: currency)
            return CardModel(
                eyebrow: eyebrow, title: context("De \(whole)", "Of \(whole)"),
                titleHref: context.path(.contributions), detail: parts.joined(separator: " · "),
                link: LinkModel(
                    text: context("Calcular con otro presupuesto", "Calculate with another budget"),
                    href: context.path(.contributions)),
                why: context.why(
                    answer.basis, change: answer.change, about: context("este reparto", "this division")))
        }
    }

    private var deadlineCard: CardModel {
        let eyebrow = context("Un plazo", "A time limit")
        let title =
            context.isAnotherDay
            ? context("Cinco días hábiles", "Five working days")
            : context("Cinco días hábiles desde hoy", "Five working days from today")
        let href = context.plainPath(
            .workingDays, query: context.isAnotherDay ? [("from", context.day.description + "T12:00")] : [])
        switch deadline {
        case .failure(let refusal):
            return CardModel(
                eyebrow: eyebrow, title: title, titleHref: href, detail: refusal.message[context.language])
        case .success(let answer):
            let deadline = answer.value
            let start =
                Written.weekday(deadline.circulated, context.language) + " "
                + Written.short(deadline.circulated, context.language)
            let end = Written.full(deadline.day, context.language)
            let time = WorkingDaysPage.end(deadline, context)
            return CardModel(
                eyebrow: eyebrow, title: title, titleHref: href,
                detail: context(
                    "Circula el \(start): vence el \(end), \(time).",
                    "Circulates on \(start): ends on \(end), \(time)."),
                why: context.why(
                    answer.basis, change: answer.change, about: context("este plazo", "this deadline")))
        }
    }

    // MARK: JSON

    var presidencyJSON: JSONValue {
        [
            "party": JSONValue(presidency.value?.party.text), "term": JSONValue(presidency.value?.year),
            "presides": .flag(presidency.value?.days.contains(context.day) ?? false),
            "basis": context.json(presidency.basis), "change": context.json(presidency.change),
        ]
    }

    var decisionJSON: JSONValue {
        guard let decision else { return .null }
        return [
            "decision": .text(decision.id.text), "on": JSONValue(decision.on),
            "organ": .text(decision.act.organ.text), "meeting": JSONValue(decision.meeting?.text),
            "title": JSONValue(decision.act.title), "entry": .number(decision.entry),
        ]
    }

    var contributionsJSON: JSONValue {
        guard case .success(let answer) = scale else { return .null }
        return [
            "budget": .text(answer.value.budget.decimal), "currency": .text(answer.value.budget.currency),
            "parts": .list(
                answer.value.shares.map {
                    ["party": .text($0.party.text), "amount": .text($0.amount.decimal)]
                }),
            "basis": context.json(answer.basis), "change": context.json(answer.change),
        ]
    }

    var deadlineJSON: JSONValue {
        guard case .success(let answer) = deadline else { return .null }
        return [
            "circulated": JSONValue(answer.value.circulated),
            "workingDays": .number(answer.value.workingDays),
            "last": JSONValue(answer.value.day), "basis": context.json(answer.basis),
            "change": context.json(answer.change),
        ]
    }
}
