import Charter

/// How the register is verified, step by step, in prepared words.
enum VerifyText {
    /// What the words depend on.
    struct Facts {
        /// The conference's id, which names its files.
        let conference: String
        /// How many acts there are.
        let size: Int
        /// The root over all of them.
        let root: String
        /// Names and texts of the keys on record, latest first, with the acts.
        let keys: [(name: String, key: String, entry: Int)]
        /// The whole address of the last act as JSON.
        let entryAddress: String
    }

    static func sections(_ facts: Facts) -> [Prose.Section] {
        [now(facts), why, whole(facts), kept(facts), one(facts), byHand(facts), limits]
    }

    private static func now(_ facts: Facts) -> Prose.Section {
        var shown = [
            (Localized(es: "Actos", en: "Acts"), String(facts.size)),
            (Localized(es: "Raíz", en: "Root"), facts.root),
        ]
        for key in facts.keys {
            shown.append(
                (
                    Localized(
                        es: "Llave pública (acto n.º \(key.entry))", en: "Public key (act no. \(key.entry))"),
                    key.key
                ))
        }
        var blocks: [Prose.Block] = [
            .paragraph(
                Localized(
                    es:
                        "Al hacerse esta página el registro termina aquí. El pie de todas las páginas dice lo mismo, más corto.",
                    en:
                        "As this page was made the register ends here. The foot of every page says the same, shorter."
                )),
            .hashes(shown),
        ]
        if facts.keys.isEmpty {
            blocks.append(
                .paragraph(
                    Localized(
                        es: "No consta ninguna llave: este registro no firma puntos de control.",
                        en: "No key is on record: this register signs no checkpoints.")))
        }
        return Prose.Section(
            id: "now", title: Localized(es: "Dónde está el registro", en: "Where the register stands"),
            blocks: blocks)
    }

    private static let why = Prose.Section(
        id: "why", title: Localized(es: "Qué se puede probar", en: "What can be proved"),
        blocks: [
            .paragraph(
                Localized(
                    es:
                        "Cada acto es una hoja de un árbol de Merkle (RFC 6962) y su raíz los resume a todos. Quien cambie un solo acto, por viejo que sea, cambia la raíz.",
                    en:
                        "Each act is a leaf of a Merkle tree (RFC 6962), and its root sums them all up. Whoever changes a single act, however old, changes the root."
                )),
            .paragraph(
                Localized(
                    es:
                        "Un punto de control es la raíz de un momento, firmada. Quien guarde uno puede probar después que nadie reescribió lo que había.",
                    en:
                        "A checkpoint is the root of one moment, signed. Whoever keeps one can prove later that nobody rewrote what was there."
                )),
        ])

    private static func whole(_ facts: Facts) -> Prose.Section {
        let id = facts.conference
        return Prose.Section(
            id: "whole",
            title: Localized(es: "Recalcular todo el registro", en: "Recompute the whole register"),
            blocks: [
                .paragraph(
                    Localized(
                        es:
                            "Quien tiene la carpeta de datos escribe una copia para el público; de los actos reservados lleva solo lo que permite comprobar el conjunto:",
                        en:
                            "Whoever has the data folder writes a copy for the public; of closed acts it holds only what lets the whole be verified:"
                    )),
                .command("puebla export --data var --for public > \(id).jsonl"),
                .paragraph(
                    Localized(
                        es:
                            "Cualquiera la comprueba, sin servidor y sin confiar en nadie. Se recalcula cada hoja y cada raíz; si un acto no coincide, se nombra el primero y el programa termina con 1:",
                        en:
                            "Anybody verifies it, without a server and without trusting anyone. Every leaf and every root is recomputed; if an act doesn't match, the first is named and the program ends with 1:"
                    )),
                .command("puebla verify \(id).jsonl"),
                .paragraph(
                    Localized(
                        es: "La raíz que se imprime debe ser la de arriba, si la copia es de este momento.",
                        en: "The root that is printed must be the one above, if the copy is of this moment.")),
            ])
    }

    private static func kept(_ facts: Facts) -> Prose.Section {
        let id = facts.conference
        return Prose.Section(
            id: "checkpoints",
            title: Localized(
                es: "Comprobarlo contra un punto de control", en: "Hold it to a checkpoint"),
            blocks: [
                .paragraph(
                    Localized(
                        es:
                            "Quien administra firma un punto de control, con el servidor detenido, y lo reparte, por ejemplo después de cada reunión:",
                        en:
                            "Whoever runs the register signs a checkpoint, with the server stopped, and hands it out, after each meeting for example:"
                    )),
                .command("puebla checkpoint --data var > \(id).checkpoint"),
                .paragraph(
                    Localized(
                        es:
                            "Quien lo guardó comprueba con él cualquier copia posterior. La llave es la que consta arriba; puede darse como texto o como archivo:",
                        en:
                            "Whoever kept it verifies any later copy with it. The key is the one on record above; it can be given as text or as a file:"
                    )),
                .command(
                    "puebla verify \(id).jsonl --checkpoint \(id).checkpoint --key "
                        + (facts.keys.first.map { "'\($0.key)'" } ?? "checkpoint.pub")),
                .paragraph(
                    Localized(
                        es:
                            "El punto de control tiene la forma de C2SP (tlog-checkpoint): otras herramientas también lo leen.",
                        en: "A checkpoint has the C2SP form (tlog-checkpoint): other tools read it too.")),
            ])
    }

    private static func one(_ facts: Facts) -> Prose.Section {
        Prose.Section(
            id: "one", title: Localized(es: "Probar un solo acto", en: "Prove a single act"),
            blocks: [
                .paragraph(
                    Localized(
                        es:
                            "La página de cada acto trae su hoja y el camino que la lleva a la raíz. Con la carpeta de datos se pide así:",
                        en:
                            "Every act's page has its leaf and the path that leads from it to the root. With the data folder it is asked for like this:"
                    )),
                .command("puebla prove --data var \(facts.size)"),
            ])
    }

    private static func byHand(_ facts: Facts) -> Prose.Section {
        Prose.Section(
            id: "by-hand",
            title: Localized(es: "Sin ningún programa nuestro", en: "Without any program of ours"),
            blocks: [
                .paragraph(
                    Localized(
                        es: "Con el JSON de un acto y Python basta. Guarde esto como proof.py:",
                        en: "An act's JSON and Python are enough. Save this as proof.py:")),
                .command(script),
                .paragraph(
                    Localized(
                        es: "Y dele el JSON del acto que quiera, aquí el último; imprime True y la raíz:",
                        en: "And give it the JSON of any act, here the last; it prints True and the root:")),
                .command("curl -s \(facts.entryAddress) | python3 proof.py"),
            ])
    }

    private static let limits = Prose.Section(
        id: "limits", title: Localized(es: "Lo que esto no prueba", en: "What this doesn't prove"),
        blocks: [
            .points([
                Localized(
                    es: "Que lo registrado sea cierto: de eso responde la fuente que cada acto nombra.",
                    en: "That what was registered is true: the source that each act names answers for that."),
                Localized(
                    es:
                        "Que nadie rehízo el registro entero antes de que usted guardara su primer punto de control.",
                    en: "That nobody made the whole register anew before you kept your first checkpoint."),
            ])
        ])

    /// The path of an inclusion proof (RFC 9162, 2.1.3.2), with Python's own library alone.
    static let script = """
        import hashlib, json, sys

        proof = json.load(sys.stdin)["proof"]
        inclusion = proof["inclusion"]
        node = bytes.fromhex(proof["leaf"])
        index, last = inclusion["index"], inclusion["size"] - 1
        for step in map(bytes.fromhex, inclusion["path"]):
            if index % 2 or index == last:
                node = hashlib.sha256(b"\\x01" + step + node).digest()
                while index and index % 2 == 0:
                    index, last = index // 2, last // 2
            else:
                node = hashlib.sha256(b"\\x01" + node + step).digest()
            index, last = index // 2, last // 2
        print(last == 0 and node.hex() == inclusion["root"], node.hex())
        """
}
