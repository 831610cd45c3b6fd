import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// What was done under a decision, as far as it is recorded: the acts that rest on it.
struct DecisionEffects {
    /// One act that rests on the decision.
    struct Effect {
        let entry: Int
        let kind: String
        let text: String
        let on: PartialDay
        /// The page of what it made.
        let href: String?
    }

    let effects: [Effect]

    /// Reads the acts that rest on a decision; those that the reader may not open are left out.
    static func read(_ id: DecisionID, _ context: PageContext, _ registrar: Registrar) async throws
        -> DecisionEffects
    {
        let state = context.state
        let certain = Set(state.entries(restingOn: id))
        // An act that was corrected says in its correction what stands in its place.
        var standing: [Int: Int] = [:]
        for entry in certain.union(state.entriesThatMayRest)
        where state.lines.indices.contains(entry - 1)
            && context.viewer.mayRead(state.lines[entry - 1].access)
        {
            let corrected = Int(state.lines[entry - 1].correctedBy)
            standing[entry] = corrected == 0 ? entry : corrected
        }
        let acts = try await registrar.acts(Array(Set(standing.values)))
        var effects: [Effect] = []
        for (entry, source) in standing.sorted(by: { $0.key < $1.key }) {
            guard let proposal = acts[source]?.proposal else { continue }
            var (act, on) = (proposal.act, proposal.on)
            if case .registry(.corrected(let body)) = act {
                guard let replacement = body.replacement else { continue }
                (act, on) = (replacement.act, replacement.on)
            }
            guard certain.contains(entry) || act.rests(on: id), context.viewer.mayRead(act.body.access)
            else { continue }
            effects.append(
                Effect(
                    entry: entry, kind: context(type(of: act.body).title),
                    text: context(act.body.line(state)),
                    on: on, href: href(act, context)))
        }
        return DecisionEffects(effects: effects)
    }

    private static func href(_ act: Act, _ context: PageContext) -> String? {
        for topic in act.body.topics {
            let halves = topic.split(separator: "/", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { continue }
            switch halves[0] {
            case "document": return context.path(.document(halves[1]))
            case "organ": return context.path(.organ(halves[1]))
            case "meeting": return context.path(.meeting(halves[1]))
            case "party": return context.path(.party(halves[1]))
            case "plan": return context.path(.plan(halves[1]))
            case "term": return context.plainPath(.presidencies) + "#terms"
            default: continue
            }
        }
        return nil
    }

    func table(_ context: PageContext) -> DataTable? {
        guard !effects.isEmpty else { return nil }
        return DataTable(
            caption: context("Lo que se hizo", "What was done"), hidesCaption: true,
            columns: [
                .init(context("Qué", "What")), .init(context("Clase de acto", "Kind of act")),
                .init(context("Cuándo", "When")), .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: effects.map { effect in
                [
                    effect.href.map { .link(effect.text, href: $0) } ?? .text(effect.text),
                    .text(effect.kind), .day(effect.on, context.language),
                    context.cell(entry: effect.entry),
                ]
            })
    }

    var json: JSONValue {
        .list(
            effects.map {
                [
                    "entry": .number($0.entry), "kind": .text($0.kind), "text": .text($0.text),
                    "on": JSONValue($0.on),
                ]
            })
    }
}
