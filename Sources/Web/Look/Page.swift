import Charter
public import Exchange
public import HTML

/// A whole page: the frame and what `content` writes into its main part.
public enum Page {
    /// The bytes of a page. `title` stands before the conference's name; `style` is the sheet's version;
    /// `descriptions` are for search engines.
    public static func render(
        shell: ShellModel, title: String, style: String, describedAs description: String? = nil,
        descriptions: [JSONLD.Node] = [], content: (inout HTMLWriter) -> Void
    ) -> [UInt8] {
        var html = HTMLWriter(capacity: 65_536)
        html.document(language: shell.language.rawValue) { html in
            head(&html, shell, title, style, description, descriptions)
            html(.body) { html in
                html(.a, Phrases.skip[shell.language], .class("skip"), .href("#main"))
                html.trusted(Tiles.strip)
                if let bar = shell.invented { html.inventedBar(bar, shell.language) }
                html.siteHead(shell)
                html.localBar(shell)
                html(.main, .id("main"), .tabIndex(-1)) { html in
                    html(.div, .class("wrap")) { html in
                        content(&html)
                        html.formats(shell.formats, shell.language)
                    }
                }
                html.siteFoot(shell.foot, shell.language)
            }
        }
        return html.bytes
    }

    private static func head(
        _ html: inout HTMLWriter, _ shell: ShellModel, _ title: String, _ style: String,
        _ description: String?, _ descriptions: [JSONLD.Node]
    ) {
        html(.head) { html in
            html(.meta, .attribute("charset", "utf-8"))
            html(
                .meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
            html(
                .title, title == shell.conferenceName ? title : title + " · " + shell.conferenceName)
            if let description { html(.meta, .name("description"), .content(description)) }
            if shell.invented != nil { html(.meta, .name("robots"), .content("noindex, nofollow")) }
            if shell.invented == nil, !shell.isListed {
                html(.meta, .name("robots"), .content("noindex"))
            }
            html(.link, .rel("stylesheet"), .href(Destination.stylePath(version: style)))
            html(.link, .rel("icon"), .type("image/svg+xml"), .href(Destination.faviconPath))
            for form in shell.formats where form.text == Representation.atom.label {
                html(
                    .link, .rel("alternate"), .type("application/atom+xml"), .title(title),
                    .href(form.href))
            }
            if !descriptions.isEmpty { html.jsonLD(descriptions) }
            html(
                .link, .rel("alternate"), .hreflang(shell.language.other.rawValue),
                .href(shell.twinHref))
        }
    }
}

/// The frame's own phrases.
enum Phrases {
    static let skip = Phrase("Ir al contenido", "Skip to content")
    static let menu = Phrase("Menú", "Menu")
    static let close = Phrase("Cerrar", "Close")
    static let mainNavigation = Phrase("Principal", "Main")
    static let register = Phrase("Registro", "Register")
    static let root = Phrase("raíz", "root")
    static let online = Phrase("En línea: ", "Online: ")
    static let search = Phrase("Buscar", "Search")
    static let searchAll = Phrase("Buscar en todo", "Search everything")
    static let inThisChapter = Phrase("En este capítulo", "In this chapter")
    static let otherForms = Phrase("Esta página también como", "This page also as")
    static let lookAs = Phrase("Ver como", "Look as")
    static let clockDay = Phrase("El reloj está en el", "The clock stands at")
    static let clockField = Phrase("Mover el reloj al día", "Move the clock to the day")
    static let moveClock = Phrase("Mover el reloj", "Move the clock")
    static let setClock = Phrase("Mover", "Move")
    static let clockBack = Phrase("Volver al", "Back to")
    static let clockNote = Phrase(
        "Mover el reloj no añade nada al registro: muestra qué regiría ese día.",
        "Moving the clock adds nothing to the register: it shows what would hold on that day.")
    static let others = Phrase("Otros", "Others")
    static let youAreHere = Phrase("Está en", "You are in")
}

extension HTMLWriter {
    /// On a phone the navigation folds behind a button (a popover: no script); without popovers it stays open.
    fileprivate mutating func siteHead(_ shell: ShellModel) {
        let language = shell.language
        self(.header, .class("head")) { html in
            html(.div, .class("wrap")) { html in
                html(.a, .class("brand"), .href(shell.homeHref)) { html in
                    html.trusted(Rosette.logo(petals: shell.petals))
                    html(.span) { html in
                        html(.b, shell.conferenceName)
                        html(.span, shell.tagline)
                    }
                }
                html(.div, .class("tools")) { html in
                    html(
                        .a, language.other.ownName, .href(shell.twinHref),
                        .lang(language.other.rawValue), .hreflang(language.other.rawValue))
                }
                html(
                    .button, Phrases.menu[language], .class("menu-button"), .type("button"),
                    .attribute("popovertarget", "menu"))
                html(
                    .nav, .class("menu"), .id("menu"), .attribute("popover", ""),
                    .aria("label", Phrases.mainNavigation[language])
                ) { html in
                    html(.ul) { html in
                        for link in shell.navigation {
                            html(.li) { html in
                                html(
                                    .a, link.text, .href(link.href), .current("page", link.isCurrent))
                            }
                        }
                    }
                    if let search = shell.search { html.searchBox(search, language) }
                    html(
                        .button, Phrases.close[language], .classes("menu-close", "quiet"),
                        .type("button"), .attribute("popovertarget", "menu"),
                        .attribute("popovertargetaction", "hide"))
                }
            }
        }
    }

    fileprivate mutating func siteFoot(_ foot: FootModel, _ language: Language) {
        self(.footer, .class("foot")) { html in
            html(.div, .class("wrap")) { html in
                if let notice = foot.notice { html(.p, notice, .class("official")) }
                html(.ul) { html in
                    html(.li) { html in
                        html.text(Phrases.register[language] + " ")
                        let number = Written.entry(foot.sequence, language)
                        if let href = foot.entryHref {
                            html(.a, number, .class("num"), .href(href))
                        } else {
                            html(.b, number, .class("num"))
                        }
                        html.text(" · " + foot.recordedAt)
                    }
                    html(.li) { html in
                        html.text(Phrases.root[language] + " ")
                        html(.span, foot.shortRoot, .class("hash"), .title(foot.root))
                    }
                    for link in foot.links {
                        html(.li) { html in html(.a, link.text, .href(link.href)) }
                    }
                }
                if let address = foot.address {
                    html(.p, Phrases.online[language] + address, .flag("hidden"))
                }
            }
        }
    }
}
