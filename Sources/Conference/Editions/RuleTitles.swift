import Charter

extension RuleID {
    /// What the rule is about, in a few words.
    public var title: Localized {
        switch self {
        case .P1: Localized(es: "Quiénes son miembros", en: "Who the members are")
        case .P2:
            Localized(es: "Cómo un país llega a ser observador", en: "How a country becomes an observer")
        case .P3:
            Localized(
                es: "Cómo un organismo llega a ser observador", en: "How an organization becomes an observer")
        case .P4:
            Localized(
                es: "Cuándo se pierde la condición de observador", en: "When an observer's status lapses")
        case .P5: Localized(es: "El aviso antes de perderla", en: "The notice before it lapses")
        case .P6:
            Localized(
                es: "Asistencia anual de los organismos observadores",
                en: "Observer organizations attend every year")
        case .P7: Localized(es: "Cómo vuelve un observador", en: "How an observer returns")
        case .F1: Localized(es: "La escala de contribuciones", en: "The scale of contributions")
        case .F2: Localized(es: "Quién aprueba el presupuesto", en: "Who approves the budget")
        case .F3:
            Localized(es: "Contribuciones, voto y participación", en: "Contributions, vote and participation")
        case .D3: Localized(es: "Qué es un día hábil", en: "What a working day is")
        case .D4: Localized(es: "Cómo se designa la Presidencia", en: "How the Presidency is designated")
        case .D5: Localized(es: "La Troika", en: "The Troika")
        case .O1:
            Localized(es: "La Reunión Viceministerial de cada año", en: "The yearly Vice-Ministerial Meeting")
        case .O2:
            Localized(
                es: "Las reuniones del Grupo Regional de Consulta",
                en: "The Regional Consultation Group's meetings")
        case .O3: Localized(es: "Los grupos de trabajo", en: "Working groups")
        case .O4:
            Localized(
                es: "El nombramiento de la Secretaría Ejecutiva", en: "The Executive Secretary's appointment")
        case .O7: Localized(es: "El plan estratégico", en: "The strategic plan")
        case .O8: Localized(es: "Las reuniones de ministras y ministros", en: "Meetings of ministers")
        case .S2: Localized(es: "La nota conceptual de una actividad", en: "The concept note of an activity")
        }
    }
}

extension RuleParameter {
    /// What the parameter says, in words that stand before its value.
    public static func title(_ name: String) -> Localized {
        titles[name] ?? Localized(same: name)
    }

    private static let titles: [String: Localized] = [
        "admissionClosed": Localized(es: "La admisión se cerró el", en: "Admission closed on"),
        "closedSession": Localized(
            es: "La decisión se toma en sesión cerrada", en: "Decided in a closed session"),
        "years": Localized(es: "Años", en: "Years"),
        "missedMeetings": Localized(
            es: "Reuniones viceministeriales sin asistir", en: "Vice-ministerial meetings missed"),
        "countryNoticeMonths": Localized(
            es: "Aviso a un país, meses antes", en: "Notice to a country, months before"),
        "organizationNoticeMonths": Localized(
            es: "Aviso a un organismo, meses antes", en: "Notice to an organization, months before"),
        "months": Localized(es: "Meses", en: "Months"),
        "groupRecommendation": Localized(
            es: "Con recomendación del Grupo de Consulta", en: "On the Consultation Group's recommendation"),
        "voteYears": Localized(es: "Años hasta perder el voto", en: "Years until the vote is lost"),
        "participationYears": Localized(
            es: "Años hasta dejar de participar", en: "Years until participation is lost"),
        "counting": Localized(es: "Cómo se cuenta", en: "How it is counted"),
        "holidayScope": Localized(es: "De quién son los feriados", en: "Whose holidays count"),
        "interestYears": Localized(es: "Años de antelación del interés", en: "Years of notice of interest"),
        "acceptanceSuffices": Localized(es: "Basta con aceptar", en: "Acceptance suffices"),
        "ordinaryPerYear": Localized(es: "Reuniones ordinarias al año", en: "Ordinary meetings a year"),
        "firstHalfUntil": Localized(
            es: "En el primer semestre hasta", en: "In the first half of the year until"),
        "meetings": Localized(es: "Reuniones al año", en: "Meetings a year"),
        "firstWithViceMinisterial": Localized(
            es: "La primera, junto con la Viceministerial",
            en: "The first together with the Vice-Ministerial Meeting"),
        "firstFrom": Localized(es: "La primera, desde el mes", en: "The first, from month"),
        "firstTo": Localized(es: "La primera, hasta el mes", en: "The first, to month"),
        "secondWithinDays": Localized(
            es: "La segunda, días antes de la Viceministerial",
            en: "The second, days before the Vice-Ministerial Meeting"),
        "meetingsPerYear": Localized(es: "Reuniones al año", en: "Meetings a year"),
        "renewals": Localized(es: "Renovaciones", en: "Renewals"),
        "maximumYears": Localized(es: "Años en total", en: "Years in all"),
        "activitiesFrom": Localized(es: "Para actividades desde", en: "For activities from"),
    ]
}

extension ParameterValue {
    /// The value as it is read: a number, yes or no, a day, or the word's meaning.
    public var reading: Localized {
        switch self {
        case .count(let number): Localized(same: String(number))
        case .flag(true): Localized(es: "sí", en: "yes")
        case .flag(false): Localized(es: "no", en: "no")
        case .text("seat"):
            Localized(es: "los de la sede de la Secretaría", en: "those of the Secretariat's seat")
        case .text("everyConsultedMember"):
            Localized(es: "los de todos los miembros consultados", en: "those of every member consulted")
        case .text("openSinceDue"):
            Localized(
                es: "desde que venció la contribución más antigua que sigue abierta",
                en: "from the due day of the oldest contribution still open")
        case .text("dueDatesPassed"):
            Localized(es: "por vencimientos pasados", en: "by due days that have passed")
        case .text(let text): Localized(same: text)
        }
    }
}
