import Charter

/// What the page about this site says, in prepared words.
enum AboutText {
    /// What the words depend on.
    struct Facts {
        /// The conference's name.
        let name: Localized
        /// True for an invented conference.
        let isInvented: Bool
        /// What every page says of being official or not.
        let notice: Localized
        /// Whom to write to, as the installation gives it.
        let contact: String?
    }

    /// A free part of the program: what it is for, its name and its licence.
    private struct Part {
        let use: Localized
        let name: String
        let licence: Localized

        init(_ es: String, _ en: String, _ name: String, _ licence: String) {
            use = Localized(es: es, en: en)
            self.name = name
            self.licence = Localized(same: licence)
        }
    }

    static func sections(_ facts: Facts) -> [Prose.Section] {
        [what(facts), forWhom, computed, official(facts), privacy, machines, colophon, contact(facts)]
    }

    private static func what(_ facts: Facts) -> Prose.Section {
        let name = facts.name
        let kind =
            facts.isInvented
            ? Localized(
                es:
                    " Esta conferencia es inventada: sirve para ver el programa en plena vida sin decir nada de ningún Estado real.",
                en:
                    " This conference is invented: it shows the program in full life without saying anything of any real state."
            )
            : Localized(same: "")
        return Prose.Section(
            id: "what", title: Localized(es: "Qué es", en: "What it is"),
            blocks: [
                .paragraph(
                    Localized(
                        es:
                            "La secretaría virtual de la \(name.es): su registro, sus reglas y su memoria, con una página para cada pregunta.\(kind.es)",
                        en:
                            "The virtual secretariat of the \(name.en): its register, its rules and its record, with one page for each question.\(kind.en)"
                    )),
                .paragraph(
                    Localized(
                        es:
                            "Todo lo que se lee aquí sale de un solo registro de actos, en el que nada se cambia ni se borra: una corrección es otro acto. De él se calcula cada página, para hoy o para cualquier otro día.",
                        en:
                            "Everything read here comes from one register of acts, in which nothing is changed or deleted: a correction is another act. Every page is computed from it, for today or for any other day."
                    )),
                .paragraph(
                    Localized(
                        es:
                            "Lo que no está en el registro se dice así: “no consta”. Nada se inventa para llenar una página.",
                        en:
                            "What isn't in the register is called that: “not recorded”. Nothing is made up to fill a page."
                    )),
            ])
    }

    private static let forWhom = Prose.Section(
        id: "for-whom", title: Localized(es: "Para quién", en: "For whom"),
        blocks: [
            .points([
                Localized(
                    es:
                        "Quien estudia o cita a la Conferencia: documentos, decisiones y presidencias con dirección estable y con su fuente.",
                    en:
                        "Whoever studies or quotes the Conference: documents, decisions and presidencies with a stable address and their source."
                ),
                Localized(
                    es:
                        "Los puntos focales y las delegaciones: qué reunión sigue, qué plazo corre, qué regla rige.",
                    en:
                        "Focal points and delegations: which meeting comes next, which deadline runs, which rule applies."
                ),
                Localized(
                    es:
                        "La presidencia y la secretaría: lo registrado, a la vista y sin volver a escribirlo.",
                    en:
                        "The presidency and the secretariat: what was registered, in view and without typing it again."
                ),
                Localized(
                    es: "Cualquier persona: no hace falta cuenta ni contraseña.",
                    en: "Anybody: no account and no password are needed."),
            ])
        ])

    private static let computed = Prose.Section(
        id: "computed", title: Localized(es: "Qué se calcula", en: "What is computed"),
        blocks: [
            .paragraph(
                Localized(
                    es:
                        "Quién preside y quién forma la Troika, qué parte de un presupuesto corresponde a cada país según la escala, cuándo vence un plazo en días hábiles, qué deberes trae el año: son respuestas, no datos escritos a mano.",
                    en:
                        "Who presides and who sits in the Troika, which part of a budget falls to each country by the scale, when a deadline in working days ends, which duties the year brings: these are answers, not data typed by hand."
                )),
            .paragraph(
                Localized(
                    es:
                        "Junto a cada una, “¿Por qué?” abre la cláusula en palabras llanas, los actos en que se apoya y, aparte, lo que es interpretación nuestra y no texto de la Carta.",
                    en:
                        "Beside each of them, “Why?” opens the clause in plain words, the acts it rests on and, set apart, what is our interpretation and not the charter's text."
                )),
            .paragraph(
                Localized(
                    es: "Los resúmenes de las cláusulas no son el texto auténtico; cada uno dice dónde está.",
                    en: "The summaries of clauses aren't the authentic text; each says where that is.")),
        ])

    private static func official(_ facts: Facts) -> Prose.Section {
        Prose.Section(
            id: "official", title: Localized(es: "Si es oficial", en: "Whether it is official"),
            blocks: [
                .paragraph(facts.notice),
                .paragraph(
                    Localized(
                        es:
                            "Cada hecho nombra su fuente; donde la fuente no es un papel de la Conferencia, se marca como secundaria. Las correcciones son bienvenidas y quedan en el registro con su razón.",
                        en:
                            "Each fact names its source; where that isn't one of the Conference's own papers it is marked as secondary. Corrections are welcome, and stay in the register with their reason."
                    )),
                .paragraph(
                    Localized(
                        es:
                            "Si una instalación se declara oficial, eso también es un acto del registro y cambia esta frase en todas las páginas.",
                        en:
                            "Should an installation be declared official, that is an act of the register too, and changes this sentence on every page."
                    )),
            ])
    }

    private static let privacy = Prose.Section(
        id: "privacy", title: Localized(es: "Privacidad", en: "Privacy"),
        blocks: [
            .points([
                Localized(
                    es:
                        "Sin cookies, sin JavaScript y sin nada de otros servidores: ni tipos de letra, ni mapas, ni contadores.",
                    en:
                        "No cookies, no scripts and nothing from other servers: no fonts, no maps, no counters."
                ),
                Localized(
                    es:
                        "El programa anota de cada petición la clase de página, el resultado y el tiempo; no la dirección de quien lee, ni la página precisa, ni lo que se buscó.",
                    en:
                        "Of each request the program notes the kind of page, the outcome and the time taken; not the reader's address, nor the exact page, nor what was searched for."
                ),
                Localized(
                    es:
                        "Quien administra la instalación puede tener otro servidor delante, con anotaciones propias; a él hay que preguntarle por ellas.",
                    en:
                        "Whoever runs the installation may have another server in front of it, with notes of its own; they are the ones to ask about those."
                ),
                Localized(
                    es:
                        "El registro no contiene datos de personas: nombra Estados, órganos, organismos y cargos públicos.",
                    en:
                        "The register holds no personal data: it names states, organs, organizations and public offices."
                ),
            ])
        ])

    private static let machines = Prose.Section(
        id: "machines", title: Localized(es: "Para programas", en: "For programs"),
        blocks: [
            .paragraph(
                Localized(
                    es:
                        "Cada página existe también como JSON en la misma dirección, con “.json” al final o pidiéndolo con Accept; al pie de cada una están sus demás formas.",
                    en:
                        "Every page also exists as JSON at the same address, with “.json” at its end or asked for with Accept; its other forms stand at its foot."
                )),
            .paragraph(
                Localized(
                    es:
                        "Las direcciones son citas: no cambian. Con “?on=2014-06-01” una página muestra ese día.",
                    en:
                        "Addresses are citations: they don't change. With “?on=2014-06-01” a page shows that day."
                )),
        ])

    private static var colophon: Prose.Section {
        let parts = [
            Part("El lenguaje y su biblioteca", "The language and its library", "Swift", "Apache 2.0"),
            Part("Red y HTTP", "Network and HTTP", "SwiftNIO, Hummingbird", "Apache 2.0"),
            Part(
                "El archivo del registro", "The register's file", "SQLite, GRDB",
                "Public domain, MIT"),
            Part("Huellas y firmas", "Hashes and signatures", "Swift Crypto", "Apache 2.0"),
            Part("Raíces de las palabras", "Stems of words", "Snowball", "BSD 3-Clause"),
            Part("Compresión", "Compression", "libdeflate", "MIT"),
            Part("Hojas de cálculo", "Spreadsheets", "libxlsxwriter", "BSD 2-Clause"),
            Part("Páginas en PDF", "Pages as PDF", "WeasyPrint", "BSD 3-Clause"),
        ]
        return Prose.Section(
            id: "colophon", title: Localized(es: "Colofón", en: "Colophon"),
            blocks: [
                .paragraph(
                    Localized(
                        es:
                            "El programa se llama Puebla, por la ciudad que dio nombre al Proceso Puebla. Es software libre (Apache 2.0), sirve a cualquier proceso consultivo que traiga su propia carta como datos, y está hecho con estas partes libres:",
                        en:
                            "The program is called Puebla, after the city that gave the Puebla Process its name. It is free software (Apache 2.0), serves any consultative process that brings its own charter as data, and is made with these free parts:"
                    )),
                .facts(
                    parts.map { part in (part.use, Localized(same: "\(part.name) (\(part.licence.es))")) }),
                .paragraph(
                    Localized(
                        es:
                            "Los tipos de letra son los que su sistema ya tiene; el cobalto es el de los azulejos de Talavera.",
                        en:
                            "The typefaces are those that your system has; the cobalt is that of Talavera tiles."
                    )),
            ])
    }

    private static func contact(_ facts: Facts) -> Prose.Section {
        Prose.Section(
            id: "contact", title: Localized(es: "Quién responde", en: "Who answers"),
            blocks: [
                .paragraph(
                    Localized(
                        es:
                            "De lo que aquí se publica responde quien administra esta instalación y compila su registro.",
                        en:
                            "Whoever runs this installation and compiles its register answers for what is published here."
                    )),
                ContactText.block(facts.contact),
            ])
    }
}

/// How to reach whoever runs the installation.
enum ContactText {
    /// The contact as the installation gives it, or that it gives none.
    static func block(_ contact: String?) -> Prose.Block {
        guard let contact else {
            return .paragraph(
                Localized(
                    es: "Contacto: esta instalación no lo indica.",
                    en: "Contact: not given by this installation."))
        }
        let shown = contact.hasPrefix("mailto:") ? String(contact.dropFirst(7)) : contact
        return .outside(shown, address: contact)
    }
}
