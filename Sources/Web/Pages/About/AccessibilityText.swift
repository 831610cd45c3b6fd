import Charter

/// The accessibility statement, after the model of the European Union (Implementing Decision 2018/1523) and
/// the W3C's generator.
enum AccessibilityText {

    static func sections(contact: String?) -> [Prose.Section] {
        [commitment, status, limits, made, tested, technical, feedback(contact)]
    }

    private static let commitment = Prose.Section(
        id: "commitment", title: Localized(es: "Compromiso", en: "Commitment"),
        blocks: [
            .paragraph(
                Localized(
                    es:
                        "Esta declaración vale para todas las páginas de este sitio. Queremos que cualquier persona lea y use lo que la Conferencia registra: en un teléfono, con lector de pantalla, solo con teclado, en papel o con letra grande.",
                    en:
                        "This statement holds for every page of this site. Anybody should be able to read and use what the Conference records: on a phone, with a screen reader, by keyboard alone, on paper or in large letters."
                ))
        ])

    private static let status = Prose.Section(
        id: "status", title: Localized(es: "Grado de cumplimiento", en: "Conformance status"),
        blocks: [
            .paragraph(
                Localized(
                    es:
                        "Las páginas están hechas para cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA. El cumplimiento es parcial, por los límites que se dicen abajo; no conocemos otros.",
                    en:
                        "The pages are made to conform to the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. Conformance is partial, because of the limits named below; we know of no others."
                )),
            .paragraph(
                Localized(
                    es: "Nadie ajeno lo ha auditado todavía: es una evaluación propia.",
                    en: "Nobody from outside has audited it yet: this is a self-evaluation.")),
        ])

    private static let limits = Prose.Section(
        id: "limits", title: Localized(es: "Lo que no es accesible", en: "What isn't accessible"),
        blocks: [
            .points([
                Localized(
                    es:
                        "Las páginas en PDF llevan etiquetas (PDF/UA-1), pero los encabezados de sus tablas no dicen si lo son de fila o de columna (requisito UA-15-003): la herramienta que las hace no lo escribe. La misma página en HTML sí lo dice.",
                    en:
                        "Pages as PDF are tagged (PDF/UA-1), but the heads of their tables don't say whether they head a row or a column (requirement UA-15-003): the tool that makes them doesn't write it. The same page in HTML does."
                ),
                Localized(
                    es:
                        "Los documentos que están en otros sitios, o que otros hicieron y aquí se guardan tal como llegaron, pueden no ser accesibles. De los que se guardan como texto, la página muestra el texto.",
                    en:
                        "Documents that stand on other sites, or that others made and are held here as they came, may not be accessible. Of those held as text, the page shows the text."
                ),
                Localized(
                    es:
                        "Hay documentos en un solo idioma: la página dice cuál es el original y no lo traduce.",
                    en:
                        "Some documents are in one language alone: the page says which is the original and doesn't translate it."
                ),
                Localized(
                    es:
                        "Las tablas de cifras anchas se desplazan de lado dentro de su marco, también con el teclado; en un teléfono, las demás se leen fila por fila, cada dato junto a su encabezado.",
                    en:
                        "Wide tables of figures scroll sideways within their frame, by keyboard too; on a phone the others are read row by row, each value beside its heading."
                ),
            ])
        ])

    private static let made = Prose.Section(
        id: "made", title: Localized(es: "Cómo está hecho", en: "How it is made"),
        blocks: [
            .points([
                Localized(
                    es: "Nada depende de JavaScript: todo funciona con enlaces y formularios.",
                    en: "Nothing depends on a script: everything works by links and forms."),
                Localized(
                    es: "Cada dibujo lleva debajo las mismas cifras en una tabla o una lista.",
                    en: "Each drawing has the same figures beneath it as a table or a list."),
                Localized(
                    es:
                        "Una lista se ordena con los enlaces de sus encabezados, que dicen en qué orden está.",
                    en: "A list is sorted by the links in its headings, which say in which order it stands."),
                Localized(
                    es: "Un color nunca va solo: las palabras dicen lo mismo.",
                    en: "A colour never stands alone: words say the same."),
                Localized(
                    es:
                        "Claro, oscuro, contraste forzado, menos movimiento y papel siguen lo que usted haya elegido en su sistema.",
                    en:
                        "Light, dark, forced contrast, less motion and paper follow what you have chosen in your system."
                ),
                Localized(
                    es: "La primera tecla de tabulación salta al contenido.",
                    en: "The first press of the tab key skips to the content."),
            ])
        ])

    private static let tested = Prose.Section(
        id: "tested", title: Localized(es: "Cómo se prueba", en: "How it is tested"),
        blocks: [
            .points([
                Localized(
                    es:
                        "Cada clase de página, en los dos idiomas, a 320 y a 1280 píxeles, en claro y en oscuro, se abre en Chromium y se revisa con axe (reglas de WCAG 2.0 a 2.2, niveles A y AA) antes de publicar una versión: no se acepta ningún hallazgo.",
                    en:
                        "Every kind of page, in both languages, at 320 and 1280 pixels, light and dark, is opened in Chromium and checked with axe (rules of WCAG 2.0 to 2.2, levels A and AA) before a version is published: no finding is accepted."
                ),
                Localized(
                    es: "El HTML de cada página pasa un validador.",
                    en: "The HTML of every page passes a validator."),
                Localized(
                    es:
                        "Se recorren con el teclado solo, sin JavaScript y con el texto al 200 %; ninguna página se desplaza de lado a 320 píxeles.",
                    en:
                        "They are walked through by keyboard alone, with scripts off and with text at 200 %; no page scrolls sideways at 320 pixels."
                ),
                Localized(
                    es:
                        "Las pruebas automáticas no lo encuentran todo; por eso importa lo que usted nos diga.",
                    en: "Automatic tests don't find everything; that is why what you tell us matters."),
            ])
        ])

    private static let technical = Prose.Section(
        id: "technical", title: Localized(es: "De qué depende", en: "What it relies on"),
        blocks: [
            .paragraph(
                Localized(
                    es:
                        "HTML, CSS y SVG; ni JavaScript ni WAI-ARIA más allá de nombres y estados. Funciona en los navegadores de los últimos años y se lee sin hoja de estilo.",
                    en:
                        "HTML, CSS and SVG; no JavaScript, and no WAI-ARIA beyond names and states. It works in the browsers of recent years and can be read without its style sheet."
                ))
        ])

    private static func feedback(_ contact: String?) -> Prose.Section {
        Prose.Section(
            id: "feedback",
            title: Localized(es: "Si algo no le sirve", en: "If something doesn't work for you"),
            blocks: [
                .paragraph(
                    Localized(
                        es:
                            "Diga qué página, qué quiso hacer, con qué navegador y con qué ayuda técnica; si necesita un documento de otra forma, pídalo.",
                        en:
                            "Say which page, what you wanted to do, with which browser and which assistive technology; if you need a document in another form, ask for it."
                    )),
                ContactText.block(contact),
                .paragraph(
                    Localized(
                        es:
                            "Declaración preparada el 21 de noviembre de 2026 a partir de una evaluación propia.",
                        en: "Statement prepared on 21 November 2026 from a self-evaluation.")),
            ])
    }
}
