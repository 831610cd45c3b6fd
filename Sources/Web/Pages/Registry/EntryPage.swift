import Charter
import Conference
import Exchange
import HTML
import Register
import Secretariat

/// One act: what it says, who registered it, and the proof that it stands in the register.
struct EntryPage: PageModel {
    let title: String
    let summary: String?
    let json: JSONValue
    private let language: Language
    private let crumbs: [LinkModel]
    private let eyebrow: String
    private let heading: String
    private let notices: [(text: String, link: LinkModel)]
    private let facts: [(name: String, value: DataTable.Cell)]
    private let fields: [ActField]
    private let exact: String?
    private let closedWords: String?
    private let proof: EntryProof
    private let neighbours: [LinkModel]

    /// The act's page; for a number that doesn't exist, not found with the last one.
    static func make(
        _ sequence: Int, _ context: PageContext, _ registrar: Registrar, _ proofs: ProofKeeper
    ) async throws -> PageOutcome {
        let state = context.state
        guard state.lines.indices.contains(sequence - 1),
            let entry = try await registrar.entries([sequence]).first,
            let inclusion = try await proofs.inclusion(
                of: sequence, size: state.sequence, root: context.published.root)
        else {
            let last = state.sequence
            return .other(
                .notFound(
                    (last > 0
                        ? [
                            LinkModel(
                                text: context("El último acto: ", "The last act: ")
                                    + Written.entry(last, context.language),
                                href: context.plainPath(.entry(last)))
                        ] : []) + [
                            LinkModel(
                                text: context("Registro", "Register"), href: context.plainPath(.register))
                        ]))
        }
        // Read whole or not at all: what follows shows nothing of a closed act but its hashes.
        let mayRead = context.isOpen(sequence)
        let act = mayRead ? try Transcript.act(entry) : nil
        let page = EntryPage(context, entry, act, EntryProof(entry, inclusion, isOpen: mayRead, context))
        return .model(page)
    }

    private init(_ context: PageContext, _ entry: Entry, _ act: RegisteredAct?, _ proof: EntryProof) {
        let sequence = entry.sequence
        let line = context.state.lines[sequence - 1]
        let number = Written.entry(sequence, context.language)
        language = context.language
        self.proof = proof
        crumbs = [LinkModel(text: context("Registro", "Register"), href: context.plainPath(.register))]
        neighbours = EntryPage.neighbours(sequence, context)
        title = context("Acto ", "Act ") + number
        guard let act else {
            eyebrow = title
            heading = context("Acto reservado", "Closed act")
            summary = nil
            notices = []
            facts = [
                (
                    context("Registrado", "Recorded"),
                    .text(Written.long(context.localDay(Instant(microseconds: entry.recordedAt)), language))
                )
            ]
            fields = []
            exact = nil
            closedWords = context.closedActWords
            json = EntryPage.json(entry, nil, line, proof, context)
            return
        }
        let body = act.proposal.act.body
        eyebrow = title + " · " + context(type(of: body).title)
        heading = context(body.line(context.state))
        summary = heading
        closedWords = nil
        notices = EntryPage.corrections(act, line, context)
        facts = EntryPage.facts(act, context)
        let text = String(decoding: entry.content.body, as: UTF8.self)
        fields = ActField.read(entry.content.body, context)
        exact = text
        json = EntryPage.json(entry, act, line, proof, context)
    }

    private static func neighbours(_ sequence: Int, _ context: PageContext) -> [LinkModel] {
        var links: [LinkModel] = []
        if sequence > 1 {
            links.append(
                LinkModel(
                    text: "← " + Written.entry(sequence - 1, context.language),
                    href: context.plainPath(.entry(sequence - 1))))
        }
        if sequence < context.state.sequence {
            links.append(
                LinkModel(
                    text: Written.entry(sequence + 1, context.language) + " →",
                    href: context.plainPath(.entry(sequence + 1))))
        }
        return links
    }

    /// The corrections that touch the act, both ways.
    private static func corrections(
        _ act: RegisteredAct, _ line: RegisterLine, _ context: PageContext
    ) -> [(text: String, link: LinkModel)] {
        func link(_ sequence: Int) -> LinkModel {
            LinkModel(
                text: context("acto ", "act ") + Written.entry(sequence, context.language),
                href: context.plainPath(.entry(sequence)))
        }
        var notices: [(text: String, link: LinkModel)] = []
        if line.correctedBy > 0, !context.isOpen(Int(line.correctedBy)) {
            notices.append(
                (
                    context(
                        "Este acto fue corregido por un acto reservado: ya no es lo que vale",
                        "This act was corrected by a closed act: it no longer holds"),
                    LinkModel(text: context("registro", "register"), href: context.plainPath(.register))
                ))
        } else if line.correctedBy > 0 {
            notices.append(
                (
                    context(
                        "Este acto fue corregido: lo que vale lo dice otro acto.",
                        "This act was corrected: what holds is said by another act."),
                    link(Int(line.correctedBy))
                ))
        }
        if case .registry(.corrected(let correction)) = act.proposal.act {
            notices.append(
                (
                    correction.replacement == nil
                        ? context("Este acto retira otro. Razón: ", "This act withdraws another. Reason: ")
                            + context(correction.reason)
                        : context("Este acto corrige otro. Razón: ", "This act corrects another. Reason: ")
                            + context(correction.reason), link(correction.corrects)
                ))
        }
        return notices
    }

    private static func facts(
        _ act: RegisteredAct, _ context: PageContext
    ) -> [(name: String, value: DataTable.Cell)] {
        let body = act.proposal.act.body
        var facts: [(name: String, value: DataTable.Cell)] = [
            (
                context("Cuándo ocurrió", "When it happened"),
                .day(act.proposal.on, context.language)
            ), (context("Registrado", "Recorded"), .text(context.moment(act.recordedAt))),
            (
                context("Registrado por", "Registered by"),
                .link(
                    context(act.actor.title(context.state)),
                    href: context.plainPath(.register, query: [("by", act.actor.description)]))
            ),
            (
                context("Clase", "Kind"),
                .link(
                    context(type(of: body).title) + " (\(act.proposal.act.kind))",
                    href: context.plainPath(.register, query: [("kind", act.proposal.act.kind)]))
            ), (context("Fuente", "Source"), context.cell(act.source)),
        ]
        if let decision = act.proposal.under {
            let known = context.state.decision(decision)
            facts.append(
                (
                    context("Se aparta de una cláusula por", "Departs from a clause under"),
                    known.map { .link(decision.text, href: context.plainPath(.entry($0.entry))) }
                        ?? .text(decision.text)
                ))
        }
        if let instruction = act.proposal.instruction {
            facts.append((context("Por instrucción", "On instruction"), .text(instruction)))
        }
        facts.append((context("Identificador", "Id"), .text(act.proposal.id)))
        return facts
    }

    func write(_ html: inout HTMLWriter) {
        html.breadcrumb(crumbs, language)
        html.eyebrow(eyebrow)
        html(.h1, heading)
        for notice in notices {
            html.notice(.gold) { html in
                html(.p) { html in
                    html.text(notice.text + " (")
                    html(.a, notice.link.text, .href(notice.link.href))
                    html.text(")")
                }
            }
        }
        if let closedWords { html.notice { html in html(.p, closedWords) } }
        html.facts(facts.map { fact in (fact.name, { html in html.cell(fact.value) }) })
        if !fields.isEmpty {
            html.section(Phrase("Lo que dice", "What it says")[language], id: "act") { html in
                html.actFields(fields)
                if let exact { html.exactBody(exact, language) }
            }
        }
        html.entryProof(proof, language)
        html(.nav, .class("pages"), .aria("label", Phrase("Actos vecinos", "Neighbouring acts")[language])) {
            html in
            html(.ul) { html in
                for link in neighbours {
                    html(.li) { html in html(.a, link.text, .class("num"), .href(link.href)) }
                }
            }
        }
    }
}
