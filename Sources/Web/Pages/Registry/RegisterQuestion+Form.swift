import Charter
import Conference
import Exchange
import HTML

extension RegisterQuestion {
    /// The form that asks, with what was typed.
    func form(_ context: PageContext) -> QuestionModel {
        let code = RegisterQuestion.example(context)
        let open = context.openLines
        return QuestionModel(
            action: context.plainPath(.register),
            fields: [
                FieldModel(
                    name: "kind", label: context("Clase de acto", "Kind of act"),
                    kind: .choice(kinds(open.kinds, context)),
                    value: kind.typed, problem: kind.problem),
                FieldModel(
                    name: "about", label: context("Sobre quién o qué", "About whom or what"), kind: .text,
                    value: about.typed,
                    hint: context("Un código: \(code), o party/\(code)", "A code: \(code), or party/\(code)"),
                    problem: about.problem),
                FieldModel(
                    name: "q", label: context("Que diga", "That says"), kind: .text, value: words.typed,
                    problem: words.problem),
                FieldModel(
                    name: "from", label: context("Ocurrido desde", "Happened from"), kind: .day,
                    value: from.typed,
                    problem: from.problem),
                FieldModel(
                    name: "to", label: context("hasta", "to"), kind: .day, value: to.typed,
                    problem: to.problem),
                FieldModel(
                    name: "by", label: context("Registrado por", "Registered by"),
                    kind: .choice(actors(open.actors, context)),
                    value: by.typed, problem: by.problem),
            ],
            button: context("Filtrar", "Filter"),
            kept: context.sortPair.map { (name: $0.0, value: $0.1) },
            label: context("Filtrar el registro", "Filter the register")
        )
    }

    /// A code of this very conference.
    static func example(_ context: PageContext) -> String {
        context.state.memberIDs(on: context.today).first?.text ?? "ABC"
    }

    private func kinds(_ open: [UInt16], _ context: PageContext) -> [(value: String, text: String)] {
        var choices = [(value: "", text: context("todas", "all"))]
        // Only kinds of which this reader may read an act: what closed ones are isn't for them to know.
        let kinds = open.map { ActKind.all[Int($0)] }
        for chapter in ActKind.chapters where kinds.contains(where: { $0.chapter == chapter.name }) {
            choices.append((chapter.name, context(chapter.title)))
            for kind in kinds where kind.chapter == chapter.name {
                choices.append((kind.name, "\u{2003}" + context(kind.type.title)))
            }
        }
        // What was typed stays chosen, wrong or without an act as it is.
        if !kind.typed.isEmpty, !choices.contains(where: { $0.value == kind.typed }) {
            let known = ActKind.named(kind.typed).map { context($0.type.title) }
            choices.append((kind.typed, known ?? kind.typed))
        }
        return choices
    }

    private func actors(_ named: Set<UInt16>, _ context: PageContext) -> [(value: String, text: String)] {
        var choices = [(value: "", text: context("quien sea", "anybody"))]
        // Whoever registered only closed acts isn't named here.
        for (index, actor) in context.state.registry.actors.enumerated()
        where named.contains(UInt16(clamping: index)) {
            choices.append((actor.description, context(actor.title(context.state))))
        }
        if !by.typed.isEmpty, !choices.contains(where: { $0.value == by.typed }) {
            choices.append((by.typed, by.typed))
        }
        return choices
    }

    /// The question for programs; what wasn't asked is `null`.
    var json: JSONValue {
        func problem(_ name: String, _ field: Field) -> JSONValue? {
            field.problem.map { ["field": .text(name), "typed": .text(field.typed), "problem": .text($0)] }
        }
        return [
            "kind": JSONValue(filter.kind), "about": JSONValue(topic), "q": JSONValue(text),
            "from": JSONValue(filter.from), "to": JSONValue(filter.to),
            "by": JSONValue(filter.actor?.description),
            "problems": .list(
                [
                    problem("kind", kind), problem("about", about), problem("q", words),
                    problem("from", from),
                    problem("to", to), problem("by", by), problem("page", pageField),
                ].compactMap { $0 }),
        ]
    }
}
