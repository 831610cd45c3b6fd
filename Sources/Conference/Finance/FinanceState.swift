import Charter
import HashTreeCollections

/// Budgets, voluntary annual contributions, funds.
public struct FinanceState: Sendable {
    /// A year's budget.
    public struct Budget: Sendable, Hashable {
        /// What the act says.
        public let act: BudgetApproved
        /// When it was approved.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }
    /// A contribution foreseen.
    public struct Foreseen: Sendable, Hashable {
        /// Of which year's budget.
        public let year: Int
        /// How much, in cents of the edition's currency.
        public let cents: Int64
        /// When it is due.
        public let due: Day
        /// The act.
        public let entry: Int
    }
    /// A contribution received.
    public struct Received: Sendable, Hashable {
        /// When.
        public let on: Day
        /// How much, in cents.
        public let cents: Int64
        /// The act.
        public let entry: Int
    }
    /// A member's account.
    public struct Account: Sendable, Hashable {
        /// Contributions by due day, earliest first.
        public internal(set) var foreseen: [Foreseen] = []
        /// Receipts by day, earliest first.
        public internal(set) var received = ChunkedArray<Received>()

        /// Receipts mostly arrive in order; one that doesn't is sorted in.
        mutating func take(_ receipt: Received) {
            if received.last.map({ $0.on <= receipt.on }) ?? true {
                received.append(receipt)
            } else {
                var all = Array(received)
                all.insert(receipt, at: all.firstIndex { $0.on > receipt.on } ?? all.count)
                received = ChunkedArray(all)
            }
        }

        /// Compares by content.
        public static func == (left: Account, right: Account) -> Bool {
            left.foreseen == right.foreseen && left.received.elementsEqual(right.received)
        }
        /// By the contributions foreseen.
        public func hash(into hasher: inout Hasher) { hasher.combine(foreseen) }
    }
    /// A heading of the budget.
    public struct Heading: Sendable, Hashable {
        /// What the act says.
        public let act: HeadingNamed
        /// The act.
        public let entry: Int
    }
    /// A fund.
    public struct Fund: Sendable, Hashable {
        /// What the act says.
        public let act: FundDescribed
        /// As of when.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }

    /// Budgets by year.
    public internal(set) var budgets = TreeDictionary<Int, Budget>()
    /// Accounts by member.
    public internal(set) var accounts = TreeDictionary<PartyID, Account>()
    /// Headings, in order.
    public internal(set) var headings: [Heading] = []
    /// Funds, in order.
    public internal(set) var funds: [Fund] = []
}

/// A budget divided by the scale.
public struct ScaleAnswer: Sendable, Hashable {
    /// One member's part.
    public struct Part: Sendable, Hashable {
        /// Which member.
        public let party: PartyID
        /// How much.
        public let amount: Money
    }
    /// The budget divided.
    public let budget: Money
    /// The parts in the members' listed order; they add up exactly.
    public let parts: [Part]
}

extension ConferenceState {
    /// Rule F1: what each member contributes to a budget on a day, to the cent.
    ///
    /// - Throws: ``Refusal`` where no edition is in force, where it has no contributions, or where its scale
    ///   isn't recorded for that day.
    public func scale(budget text: String, on day: Day) throws(Refusal) -> Answer<ScaleAnswer> {
        guard let edition = edition(on: day) else {
            throw Refusal(
                "finance.no-edition",
                message: Localized(
                    es: "El \(day) no consta ninguna edición de las reglas en vigor.",
                    en: "On \(day) no edition of the rules is recorded as in force."),
                remedy: Localized(es: "Pregunte por un día posterior.", en: "Ask for a later day."))
        }
        guard let scale = edition.edition.scale, let rule = edition.edition.rule(.F1) else {
            throw Refusal(
                "finance.no-contributions", rule: .F1,
                message: Localized(
                    es: "Esta edición de las reglas no prevé contribuciones: \(edition.edition.title.es).",
                    en: "This edition of the rules has no contributions: \(edition.edition.title.en)."),
                remedy: Localized(es: "No hay nada que repartir.", en: "There is nothing to divide."),
                entries: edition.entries)
        }
        if let from = scale.from, day < from.first {
            throw Refusal(
                "finance.scale-not-recorded", clause: rule.clauses.first, rule: .F1,
                message: Localized(
                    es: "La escala consta desde \(from); para el \(day) no consta.",
                    en: "The scale is recorded from \(from); for \(day) it isn't."),
                remedy: Localized(es: "Pregunte por un día posterior.", en: "Ask for a later day."),
                entries: edition.entries)
        }
        guard let budget = Money(text, currency: edition.edition.currency) else {
            throw Refusal(
                "finance.budget-unfit", field: "budget",
                message: Localized(
                    es: "“\(text.prefix(40))” no es un presupuesto.",
                    en: "“\(text.prefix(40))” isn't a budget."),
                remedy: Localized(
                    es:
                        "Escriba un número con dos decimales como máximo, sin separador de miles, hasta 999999999999.99: por ejemplo 282724.00.",
                    en:
                        "Write a number with at most two decimals and no thousands separator, up to 999999999999.99: such as 282724.00."
                ))
        }
        let parts = scale.parts(of: budget).map { ScaleAnswer.Part(party: $0.party, amount: $0.amount) }
        let basis = rule.basis(
            entries: edition.entries,
            reason: Localized(
                es:
                    "Reparto al centavo por mayor resto; los empates, en el orden de los miembros. Las partes suman el total.",
                en:
                    "Divided to the cent by largest remainder; ties in the members' order. The parts add up to the whole."
            ))
        return Answer(
            ScaleAnswer(budget: budget, parts: parts),
            basis: [basis, editionBasis(on: day)] + [correctionBasis(["editions"])].compactMap { $0 },
            change: Localized(
                es: "Cambiaría con otro presupuesto o con otra edición de la escala.",
                en: "It would change with another budget or another edition of the scale."))
    }
}
