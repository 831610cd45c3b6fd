// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension HeadingNamed: ActBody {
    public static let kind = "finance.headingNamed"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Rubro del presupuesto", en: "Heading of the budget")
    public static let example = HeadingNamed(
        heading: "personal", title: Localized(es: "Personal de apoyo", en: "Support staff", original: .es))
    public static let refusals = ["finance.heading-known"]

    public var act: Act { .finance(.headingNamed(self)) }
    public var topics: [String] { ["heading/\(heading)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Rubro: \(title.es)", en: "Heading: \(title.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let known = admission.state.finance.headings.first { $0.act.heading == heading }
        try admission.require(
            known == nil,
            .duplicate(
                "finance.heading-known", field: "heading", heading.text,
                entries: known.map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.finance.headings.append(.init(act: self, entry: fact.sequence))
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension BudgetApproved: ActBody {
    public static let kind = "finance.budgetApproved"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(es: "Presupuesto aprobado", en: "Budget approved")
    public static let example = BudgetApproved(
        year: 2027, amount: Money(cents: 28_272_400, currency: "USD"), decision: "CRM/VM/2026/D.3",
        recommendation: "CRM/GRCM/2026/C.1")
    public static let refusals = [
        "finance.budget-already", "finance.currency", "finance.heading-unknown", "finance.headings-sum",
        "finance.decision-unknown", "finance.recommendation-missing", "finance.decision-missing",
        "finance.session-open",
    ]

    public var act: Act { .finance(.budgetApproved(self)) }
    public var topics: [String] { ["budget/\(year)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Presupuesto de \(year): \(amount)", en: "Budget of \(year): \(amount)")
    }

    /// Rule F2: examined by the group, decided by the vice-ministers. The parts add up to the whole.
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        let known = state.finance.budgets[year]
        try admission.require(
            known == nil,
            .duplicate(
                "finance.budget-already", field: "year", String(year), entries: known.map { [$0.entry] } ?? []
            ))
        try admission.requireCurrency(amount)
        if let headings {
            for part in headings {
                try admission.require(
                    state.finance.headings.contains { $0.act.heading == part.heading },
                    .unknown("heading", part.heading.text, code: "finance.heading-unknown", field: "headings")
                )
            }
            let sum = headings.reduce(Int64(0)) { $0 &+ $1.amount.cents }
            try admission.require(
                sum == amount.cents && headings.allSatisfy { $0.amount.currency == amount.currency },
                Refusal(
                    "finance.headings-sum", field: "headings",
                    message: Localized(
                        es: "Los rubros suman \(Money(cents: sum, currency: amount.currency)), no \(amount).",
                        en:
                            "The headings add up to \(Money(cents: sum, currency: amount.currency)), not \(amount)."
                    ),
                    remedy: Localized(
                        es: "Corrija las partes o el total.", en: "Correct the parts or the whole.")))
        }
        try admission.requireKnown(decisions: decision, code: "finance")
        try admission.requireKnown(decisions: recommendation, code: "finance", field: "recommendation")
        let rule = admission.rule(.F2)
        if let rule, rule.flag("groupRecommendation") {
            let role = recommendation.flatMap { state.decision($0) }.flatMap {
                state.bodies.organs[$0.act.organ]?.role
            }
            try admission.procedure(
                role == .consultationGroup,
                Refusal(
                    "finance.recommendation-missing", clause: rule.clauses.last, rule: .F2,
                    field: "recommendation",
                    message: Localized(
                        es: "Falta la recomendación del grupo de consulta.",
                        en: "The consultation group's recommendation is missing."),
                    remedy: Localized(
                        es: "Registre su conclusión y cítela en “recommendation”.",
                        en: "Register its conclusion and cite it in “recommendation”."), departable: true))
        }
        try admission.requireDecision(
            decision, rule: rule, closed: rule?.flag("closedSession") ?? false, code: "finance")
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.finance.budgets[year] = .init(act: self, on: fact.on, entry: fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ContributionForeseen: ActBody {
    public static let kind = "finance.contributionForeseen"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Contribución prevista", en: "Contribution foreseen")
    public static let example = ContributionForeseen(
        party: "CRI", year: 2027, amount: Money(cents: 441_757, currency: "USD"),
        due: Day(2027, 1, 31) ?? .distantPast)
    public static let refusals = [
        "finance.member-unknown", "finance.no-contributions", "finance.foreseen-already",
        "finance.currency", "finance.budget-missing", "finance.not-by-scale",
    ]

    public var act: Act { .finance(.contributionForeseen(self)) }
    /// Tact: what a member owes is for members' eyes.
    public var access: AccessClass { .members }
    public var topics: [String] { ["account/\(party)", "budget/\(year)"] }

    public func line(_ state: ConferenceState) -> Localized {
        let name = state.name(party)
        return Localized(
            es: "Contribución voluntaria de \(name.es) para \(year): \(amount), prevista el \(due)",
            en: "Voluntary contribution of \(name.en) for \(year): \(amount), foreseen on \(due)")
    }

    /// Rule F2: only for an approved budget; rule F1: by the scale, to the cent.
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        try admission.requireMember(party, code: "finance.member-unknown")
        let edition = state.edition(on: admission.day)?.edition
        try admission.require(
            edition?.scale != nil,
            Refusal(
                "finance.no-contributions", rule: .F1,
                message: Localized(
                    es: "Esta edición de las reglas no prevé contribuciones.",
                    en: "This edition of the rules has no contributions."),
                remedy: Localized(es: "No registre ninguna.", en: "Register none.")))
        let budget = state.finance.budgets[year]
        let same = state.finance.accounts[party]?.foreseen.first { $0.year == year }
        try admission.require(
            same == nil,
            .duplicate(
                "finance.foreseen-already", field: "party", "\(party) \(year)",
                entries: same.map { [$0.entry] } ?? []))
        try admission.requireCurrency(amount)
        // History may know what was foreseen and not the budget behind it; then no part can be checked.
        try admission.procedure(
            budget != nil,
            Refusal(
                "finance.budget-missing", clause: admission.rule(.F2)?.clauses.first, rule: .F2,
                field: "year",
                message: Localized(
                    es: "No consta aprobado el presupuesto de \(year).",
                    en: "No approved budget of \(year) is on record."),
                remedy: Localized(
                    es: "Registre antes su aprobación.", en: "Register its approval first."),
                departable: true))
        guard let budget else { return }
        let part = edition?.scale?.parts(of: budget.act.amount).first { $0.party == party }?.amount
        try admission.require(
            part == amount,
            Refusal(
                "finance.not-by-scale", clause: admission.rule(.F1)?.clauses.first, rule: .F1,
                field: "amount",
                message: Localized(
                    es:
                        "Según la escala la parte de \(state.name(party).es) es \(part?.description ?? "0"), no \(amount).",
                    en:
                        "By the scale the part of \(state.name(party).en) is \(part?.description ?? "0"), not \(amount)."
                ),
                remedy: Localized(es: "Corrija el monto.", en: "Correct the amount."), entries: [budget.entry]
            ))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        var account = state.finance.accounts[party] ?? .init()
        let place = account.foreseen.firstIndex { ($0.due, $0.year) > (due, year) } ?? account.foreseen.count
        account.foreseen.insert(
            .init(year: year, cents: amount.cents, due: due, entry: fact.sequence), at: place)
        state.finance.accounts[party] = account
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ContributionReceived: ActBody {
    public static let kind = "finance.contributionReceived"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Contribución recibida", en: "Contribution received")
    public static let example = ContributionReceived(
        party: "CRI", amount: Money(cents: 441_757, currency: "USD"), reference: "R-2027-004")
    public static let refusals = ["finance.member-unknown", "finance.currency", "finance.amount-zero"]

    public var act: Act { .finance(.contributionReceived(self)) }
    /// Tact: who has paid is for members' eyes.
    public var access: AccessClass { .members }
    public var topics: [String] { ["account/\(party)"] }

    public func line(_ state: ConferenceState) -> Localized {
        let name = state.name(party)
        return Localized(
            es: "Contribución voluntaria recibida de \(name.es): \(amount)",
            en: "Voluntary contribution received from \(name.en): \(amount)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireMember(party, code: "finance.member-unknown")
        try admission.requireCurrency(amount)
        try admission.require(
            amount.cents > 0,
            Refusal(
                "finance.amount-zero", field: "amount",
                message: Localized(es: "El monto es cero.", en: "The amount is zero."),
                remedy: Localized(es: "Escriba el monto recibido.", en: "Write the amount received.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        let receipt = FinanceState.Received(on: fact.on.first, cents: amount.cents, entry: fact.sequence)
        // In its place: an account taken out and put back would copy its last thousand receipts each time.
        state.finance.accounts[party, default: .init()].take(receipt)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FundDescribed: ActBody {
    public static let kind = "finance.fundDescribed"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Fondo y sus términos", en: "Fund and its terms")
    public static let example = FundDescribed(
        fund: "reserva", title: Localized(es: "Fondo de Reserva", en: "Reserve Fund"),
        purpose: Localized(es: "Retorno voluntario asistido", en: "Assisted voluntary return"),
        terms: [Localized(es: "Lo administra la OIM", en: "IOM administers it")],
        cap: Money(cents: 100_000, currency: "USD"))
    public static let refusals = ["finance.fund-known"]

    public var act: Act { .finance(.fundDescribed(self)) }
    public var topics: [String] { ["fund/\(fund)"] }

    public func line(_ state: ConferenceState) -> Localized { title }

    public func admit(_ admission: Admission) throws(Refusal) {
        let known = admission.state.finance.funds.first { $0.act.fund == fund }
        try admission.require(
            known == nil,
            .duplicate(
                "finance.fund-known", field: "fund", fund.text, entries: known.map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.finance.funds.append(.init(act: self, on: fact.on, entry: fact.sequence))
    }
}

extension Admission {
    func requireCurrency(_ amount: Money) throws(Refusal) {
        let currency = state.edition(on: day)?.edition.currency ?? amount.currency
        try require(
            amount.currency == currency,
            Refusal(
                "finance.currency", field: "amount",
                message: Localized(
                    es: "El presupuesto se lleva en \(currency), no en \(amount.currency).",
                    en: "The budget is kept in \(currency), not in \(amount.currency)."),
                remedy: Localized(
                    es: "Escriba el monto en \(currency).", en: "Write the amount in \(currency).")))
    }
}
