import Charter

extension DocumentKind {
    /// How the kind is called.
    public var name: Localized {
        switch self {
        case .charter: Localized(es: "Carta", en: "Charter")
        case .strategicPlan: Localized(es: "Plan estratégico", en: "Strategic plan")
        case .actionPlan: Localized(es: "Plan de acción", en: "Plan of action")
        case .report: Localized(es: "Informe", en: "Report")
        case .declaration: Localized(es: "Declaración", en: "Declaration")
        case .communique: Localized(es: "Comunicado", en: "Communiqué")
        case .guideline: Localized(es: "Lineamientos", en: "Guidelines")
        case .compilation: Localized(es: "Recopilación", en: "Compilation")
        case .study: Localized(es: "Estudio", en: "Study")
        case .manual: Localized(es: "Manual", en: "Manual")
        case .conceptNote: Localized(es: "Nota conceptual", en: "Concept note")
        case .agenda: Localized(es: "Agenda", en: "Agenda")
        case .conclusions: Localized(es: "Conclusiones", en: "Conclusions")
        case .minutes: Localized(es: "Acta", en: "Minutes")
        case .matrix: Localized(es: "Matriz", en: "Matrix")
        case .statement: Localized(es: "Manifestación", en: "Statement")
        case .request: Localized(es: "Solicitud", en: "Request")
        case .selection: Localized(es: "Selección", en: "Selection")
        case .evaluation: Localized(es: "Evaluación", en: "Evaluation")
        case .other: Localized(es: "Otro documento", en: "Other document")
        }
    }
}
