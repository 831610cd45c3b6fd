import Charter
import Conference
import Exchange
import HTML
import Register
import Secretariat

/// An act's hashes and the proof that it stands in the register, ready to be shown.
struct EntryProof {
    let sequence: Int
    let size: Int
    let digest: Hash
    let leaf: Hash
    let rootThen: Hash
    let root: Hash
    let path: [Hash]
    /// True if the path was checked to lead from the leaf to the root.
    let holds: Bool
    let salt: String?
    private let heading: String
    private let sentence: String
    private let facts: [(name: String, value: String)]
    private let pathHeading: String
    private let command: String

    init(_ entry: Entry, _ inclusion: ProofKeeper.Inclusion, isOpen: Bool, _ context: PageContext) {
        sequence = entry.sequence
        size = inclusion.size
        digest = entry.digest
        leaf = Entry.leaf(
            conference: entry.conference, sequence: entry.sequence, recordedAt: entry.recordedAt,
            digest: entry.digest)
        rootThen = inclusion.rootThen
        root = inclusion.root
        path = inclusion.path
        holds =
            leaf == entry.leaf && rootThen == entry.root
            && Merkle.verifyInclusion(
                leaf: leaf, index: entry.sequence - 1, size: inclusion.size, proof: inclusion.path,
                root: inclusion.root)
        // With the salt anyone could try contents against a closed act's digest.
        salt = isOpen ? Hex.text(entry.salt) : nil
        heading = context("La prueba", "The proof")
        let count = Counted(one: Phrase("huella", "hash"), other: Phrase("huellas", "hashes")).text(
            path.count, context.language)
        let whole = Written.number(size)
        sentence =
            holds
            ? context(
                "Comprobado al hacer esta página: la hoja, combinada en orden con las \(count) de abajo, da la raíz de los \(whole) actos; si el acto fuera otro, daría otra.",
                "Verified as this page was made: the leaf, combined in order with the \(count) below, gives the root of the \(whole) acts; were the act another, it would give another."
            )
            : context(
                "La hoja no lleva a la raíz publicada: el registro está dañado. Avise a quien lo administra.",
                "The leaf doesn't lead to the published root: the register is damaged. Tell whoever runs it.")
        facts =
            [
                (context("Huella del contenido", "Digest of the content"), digest.hex),
                (context("Hoja", "Leaf"), leaf.hex),
                (
                    context("Raíz hasta este acto", "Root up to this act"), rootThen.hex
                ), (context("Raíz de hoy, \(whole) actos", "Root today, \(whole) acts"), root.hex),
            ] + (salt.map { [(context("Sal", "Salt"), $0)] } ?? [])
        pathHeading = context("El camino, desde la hoja", "The path, from the leaf")
        command = "puebla prove --data DIR \(entry.sequence)"
    }

    /// The proof for programs.
    var json: JSONValue {
        [
            "digest": .text(digest.hex), "leaf": .text(leaf.hex), "rootThen": .text(rootThen.hex),
            "salt": JSONValue(salt),
            "inclusion": [
                "index": .number(sequence - 1), "size": .number(size), "root": .text(root.hex),
                "path": .list(path.map { .text($0.hex) }), "holds": .flag(holds),
            ],
        ]
    }

    fileprivate func write(_ html: inout HTMLWriter) {
        html.section(heading, id: "proof") { html in
            if holds { html(.p, sentence) } else { html.notice(.brick) { html in html(.p, sentence) } }
            html.facts(facts.map { fact in (fact.name, { html in html.hash(fact.value) }) })
            if !path.isEmpty {
                html(.h3, pathHeading)
                html(.ol) { html in
                    for hash in path { html(.li) { html in html.hash(hash.hex) } }
                }
            }
            html(.pre, .tabIndex(0)) { html in html(.code, command) }
        }
    }
}

extension HTMLWriter {
    /// Writes an act's hashes and proof.
    mutating func entryProof(_ proof: EntryProof, _ language: Language) { proof.write(&self) }

    /// Writes the exact bytes of an act, folded away.
    mutating func exactBody(_ text: String, _ language: Language) {
        self(.details, .classes("why", "more")) { html in
            html(
                .summary,
                Phrase("El JSON exacto del que se calcula la huella", "The exact JSON that is hashed")[
                    language])
            html(.div) { html in
                html(.pre, .tabIndex(0)) { html in html(.code, text) }
            }
        }
    }
}

extension EntryPage {
    /// The page for programs; of a closed act what its exported line holds.
    static func json(
        _ entry: Entry, _ act: RegisteredAct?, _ line: RegisterLine, _ proof: EntryProof,
        _ context: PageContext
    ) -> JSONValue {
        let header: [JSONValue.Field] = [
            ("sequence", .number(entry.sequence)), ("recordedAt", .text(entry.recordedAtText)),
            ("closed", .flag(act == nil)),
        ]
        guard let act else { return .object(header + [("proof", proof.json)]) }
        return .object(
            header + [
                ("id", .text(act.proposal.id)), ("kind", .text(act.proposal.act.kind)),
                ("version", .number(entry.content.version)), ("actor", .text(act.actor.description)),
                ("happened", JSONValue(act.proposal.on)),
                ("line", JSONValue(act.proposal.act.body.line(context.state))),
                ("source", context.json(act.source)), ("under", JSONValue(act.proposal.under?.text)),
                ("instruction", JSONValue(act.proposal.instruction)),
                ("corrects", line.corrects == 0 ? .null : .number(Int(line.corrects))),
                ("isCorrected", .flag(line.correctedBy > 0)),
                (
                    "correctedBy",
                    context.isOpen(Int(line.correctedBy)) ? .number(Int(line.correctedBy)) : .null
                ),
                ("body", .text(String(decoding: entry.content.body, as: UTF8.self))), ("proof", proof.json),
            ])
    }
}
