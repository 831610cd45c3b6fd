import Charter
import Conference
import HTML
import Register
import Secretariat

/// How a reader verifies the register: the root, the key on record, and the commands.
struct RegisterProof {
    let heading: String
    let sentences: [String]
    let facts: [(name: String, value: String)]
    let commands: [(what: String, command: String)]

    init(_ context: PageContext) {
        let state = context.state
        let conference = state.registry.opened?.act.conference ?? ""
        heading = context("Cómo comprobarlo", "How to verify it")
        sentences = [
            context(
                "Cada acto es una hoja de un árbol de Merkle (RFC 6962). La raíz resume todos los actos hasta aquí: si uno solo cambiara, la raíz sería otra.",
                "Each act is a leaf of a Merkle tree (RFC 6962). The root sums up all acts up to here: if a single one changed, the root would be another."
            ),
            context(
                "Quien guardó un punto de control firmado puede comprobar que el registro de hoy contiene el de entonces.",
                "Whoever kept a signed checkpoint can verify that today's register contains that one."),
        ]
        var facts = [
            (context("Actos", "Acts"), Written.number(state.sequence)),
            (context("Raíz", "Root"), context.published.root.hex),
        ]
        if let key = state.registry.keys.last {
            facts.append((context("Llave de los puntos de control", "Key of the checkpoints"), key.key))
        }
        self.facts = facts
        commands = [
            (
                context(
                    "Recalcular todo desde los actos exportados",
                    "Recompute everything from the exported acts"),
                "puebla verify \(conference).jsonl"
            ),
            (
                context(
                    "Comprobarlo contra un punto de control guardado", "Hold it to a checkpoint that was kept"
                ),
                "puebla verify \(conference).jsonl --checkpoint \(conference).checkpoint --key checkpoint.pub"
            ),
        ]
    }
}

extension HTMLWriter {
    /// Writes how the register is verified.
    mutating func registerProof(_ model: RegisterProof, _ language: Language) {
        section(model.heading, id: "verify") { html in
            for sentence in model.sentences { html(.p, sentence) }
            html.facts(model.facts.map { fact in (fact.name, { html in html.hash(fact.value) }) })
            for command in model.commands {
                html(.p, command.what, .classes("soft", "small"))
                html(.pre, .tabIndex(0)) { html in html(.code, command.command) }
            }
        }
    }

    /// Writes a hash or key so that it breaks on a phone.
    mutating func hash(_ text: String) {
        self(.code, text, .class("hash"))
    }
}
