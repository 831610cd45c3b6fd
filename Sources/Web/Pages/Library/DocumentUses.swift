import Charter
import Conference
import Exchange
import Foundation
import HTML
import HashTreeCollections
import Register
import Secretariat

/// What rests on a document: decisions and other acts that name it as their source, plans and their lines,
/// thematic spaces, concept notes.
struct DocumentUses {
    /// At most this many acts, the newest, are looked through for the document as their source.
    static let searchLimit = 20_000
    /// At most this many lines are listed of each.
    static let listed = 12

    /// One use, with its page.
    private struct Use {
        let what: String
        let links: [LinkModel]
    }

    /// Acts that placed it in a space.
    let placings: [Int]
    private let uses: [Use]
    private let rests: [(kind: String, sequences: [Int])]
    private let context: PageContext

    static func find(
        _ record: LibraryState.Document, _ context: PageContext, _ registrar: Registrar
    ) async throws -> DocumentUses {
        let document = record.act.document
        let state = context.state
        let candidates = state.lines.indices.reversed().map { $0 + 1 }.filter {
            $0 != record.entry && context.isOpen($0) && state.lines[$0 - 1].correctedBy == 0
        }
        let needle = Array("\"\(document.text)\"".utf8)
        let found = try await registrar.search(
            candidates, limit: searchLimit, quick: { $0.holds(needle) },
            keeps: { $0.source?.document == document })
        return DocumentUses(document, found.kept, context)
    }

    private init(_ document: DocumentID, _ sourced: [Int], _ context: PageContext) {
        self.context = context
        let state = context.state
        let spaces = state.spaces(on: context.day).filter { space in
            state.space(space.id, on: context.day, for: context.viewer)?.documents.contains {
                $0.act.document == document
            } ?? false
        }
        placings = spaces.flatMap(\.placings).filter {
            ($0.act.documents ?? []).contains(document) && context.viewer.mayRead($0.act.access)
        }.map(\.entry)
        let plans = state.plan.order.compactMap { state.plan.plans[$0] }
        let own = plans.filter { $0.act.document == document }.map { plan in
            LinkModel(text: context(plan.act.title), href: context.path(.plan(plan.act.plan.text)))
        }
        let lines = plans.flatMap { plan in
            plan.order.compactMap { plan.lines[$0] }.filter {
                ($0.act.refersTo ?? []).contains { $0.to == document.text }
            }.map { line in
                LinkModel(
                    text: [line.act.number, context(line.act.title)].compactMap { $0 }.joined(separator: " "),
                    href: context.path(.planLine(plan.act.plan.text, line.act.line.text)))
            }
        }
        func link(_ decision: DecisionRecord) -> LinkModel {
            LinkModel(
                text: decision.id.text + ", " + context(decision.act.title),
                href: context.path(.decision(decision.id.text)))
        }
        let decisions = state.deliberation.decisions.values.filter { sourced.contains($0.entry) }
            .sorted { $0.entry < $1.entry }.map(link)
        // The meeting's own decisions, where the paper is of that meeting, that don't name it as their source.
        let ofMeeting =
            state.library.documents[document]?.act.meeting.map {
                state.decisions(of: $0, for: context.viewer)
            }?.filter { !sourced.contains($0.entry) } ?? []
        uses = [
            Use(
                what: context("Espacios temáticos en que está", "Thematic spaces it stands in"),
                links: spaces.map {
                    LinkModel(text: context($0.act.name), href: context.path(.space($0.id.text)))
                }),
            Use(what: context("Es el texto del plan", "It is the text of the plan"), links: own),
            Use(
                what: context("Líneas de planes que lo citan", "Lines of plans that refer to it"),
                links: lines),
            Use(what: context("Decisiones que constan en él", "Decisions recorded in it"), links: decisions),
            Use(
                what: context("Decisiones de su reunión", "Decisions of its meeting"),
                links: ofMeeting.map(link)),
        ].filter { !$0.links.isEmpty }
        var kinds: [(kind: String, sequences: [Int])] = []
        for sequence in sourced {
            let kind = context(state.lines[sequence - 1].kind.type.title)
            if let index = kinds.firstIndex(where: { $0.kind == kind }) {
                kinds[index].sequences.append(sequence)
            } else {
                kinds.append((kind, [sequence]))
            }
        }
        rests = kinds.sorted { ($0.sequences.count, $1.kind) > ($1.sequences.count, $0.kind) }
    }

    /// The uses for programs.
    var json: JSONValue {
        [
            "cited": .list(
                uses.flatMap { use in
                    use.links.map {
                        ["as": .text(use.what), "text": .text($0.text), "address": .text($0.href)]
                    }
                }),
            "sourceOf": .list(
                rests.map { kind in
                    ["kind": .text(kind.kind), "entries": .list(kind.sequences.map { .number($0) })]
                }),
        ]
    }

    /// Writes what rests on the document.
    func write(_ html: inout HTMLWriter) {
        let language = context.language
        html.section(context("Qué se apoya en él", "What rests on it"), id: "uses") { html in
            if uses.isEmpty, rests.isEmpty {
                html(
                    .p,
                    context(
                        "Ningún espacio, plan ni otro acto del registro lo nombra.",
                        "No space, plan or other act of the register names it."), .class("soft"))
            }
            if !uses.isEmpty {
                html.facts(
                    uses.map { use in
                        (use.what, { html in list(use.links, &html) })
                    })
            }
            if rests.isEmpty { return }
            let count = rests.reduce(0) { $0 + $1.sequences.count }
            let counted = Counted(
                one: Phrase("acto lo da como fuente", "act gives it as its source"),
                other: Phrase("actos lo dan como fuente", "acts give it as their source"))
            html(.details, .classes("why", "more")) { html in
                html(.summary, counted.text(count, language))
                html(.div) { html in
                    html.facts(
                        rests.map { kind in
                            (
                                kind.kind,
                                { html in
                                    html.text(Written.number(kind.sequences.count) + ": ")
                                    entries(kind.sequences, &html)
                                }
                            )
                        })
                }
            }
        }
    }

    private func list(_ links: [LinkModel], _ html: inout HTMLWriter) {
        html(.ul) { html in
            for link in links.prefix(Self.listed) {
                html(.li) { html in html(.a, link.text, .href(link.href)) }
            }
            more(links.count, &html) { html, words in html(.li, words) }
        }
    }

    private func entries(_ sequences: [Int], _ html: inout HTMLWriter) {
        for (index, sequence) in sequences.prefix(Self.listed).enumerated() {
            if index > 0 { html.text(", ") }
            html(
                .a, Written.entry(sequence, context.language), .class("num"),
                .href(context.plainPath(.entry(sequence))))
        }
        more(sequences.count, &html) { html, words in html.text(", " + words) }
    }

    private func more(
        _ count: Int, _ html: inout HTMLWriter, _ write: (inout HTMLWriter, String) -> Void
    ) {
        let rest = count - Self.listed
        if rest > 0 {
            write(&html, context("y \(Written.number(rest)) más", "and \(Written.number(rest)) more"))
        }
    }
}

extension [UInt8] {
    /// True if the bytes stand in these, one after the other. The C library looks for the first of them: a loop over an
    /// act's bytes took most of a document's page.
    fileprivate func holds(_ wanted: [UInt8]) -> Bool {
        withUnsafeBytes { bytes in
            wanted.withUnsafeBytes { wanted in
                guard var at = bytes.baseAddress, let what = wanted.baseAddress else { return wanted.isEmpty }
                let end = at + bytes.count
                while at + wanted.count <= end,
                    let hit = memchr(at, Int32(wanted[0]), at.distance(to: end) - wanted.count + 1)
                {
                    if memcmp(hit, what, wanted.count) == 0 { return true }
                    at = UnsafeRawPointer(hit) + 1
                }
                return false
            }
        }
    }
}
