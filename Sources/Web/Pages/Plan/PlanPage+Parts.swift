import Charter
import Conference
import HTML
import HashTreeCollections

extension PlanPage {
    /// The map: pillars with their themes, or the plan of action's themes with their objectives; and the same
    /// figures as a table.
    func map(_ html: inout HTMLWriter) {
        let rows = mapRows
        guard !rows.isEmpty else { return }
        let isStrategic = record.act.kind == .strategic
        html.section(
            isStrategic
                ? context("Pilares y temas", "Pillars and themes")
                : context("Temas y objetivos", "Themes and objectives"), id: "map"
        ) { html in
            html.heat(
                HeatModel(
                    rows: rows,
                    caption: isStrategic
                        ? context(
                            "Cuanto más intenso el color, más consta: documentos, reuniones y actividades. Con borde discontinuo, nada consta.",
                            "The stronger the colour, the more is recorded: papers, meetings and activities. With a dashed edge, nothing is recorded."
                        )
                        : context(
                            "Cuanto más intenso el color, más estados se han reportado en las líneas del objetivo. Con borde discontinuo, ninguno.",
                            "The stronger the colour, the more statuses are reported on the objective's lines. With a dashed edge, none."
                        )))
            html.why(mapWhy, context.language)
            if isStrategic { html.table(themesTable) }
        }
    }

    private var mapRows: [HeatModel.Row] {
        let isStrategic = record.act.kind == .strategic
        let tops = lines.filter { $0.act.kind == (isStrategic ? .pillar : .actionTheme) }
        let cells = tops.map { top in
            (children[top.act.line] ?? []).map { line in
                isStrategic ? (line, work[line.act.line]?.count ?? 0) : (line, below(line).reported)
            }
        }
        let most = cells.joined().map(\.1).max() ?? 0
        let language = context.language
        return zip(tops, cells).map { top, cells in
            let silent = cells.count { $0.1 == 0 }
            return HeatModel.Row(
                title: words.name(top), href: words.href(top, of: record),
                note: (isStrategic
                    ? PlanWords.theme.text(cells.count, language)
                        + (silent == 0
                            ? ""
                            : context(
                                " · \(silent) sin nada registrado", " · \(silent) with nothing recorded"))
                    : PlanWords.line.text(below(top).lines, language) + " · "
                        + context("\(below(top).reported) con estado", "\(below(top).reported) with a status")),
                cells: cells.map { line, value in
                    HeatModel.Cell(
                        number: line.act.number, label: context(line.act.title),
                        href: words.href(line, of: record),
                        words: isStrategic
                            ? words.words(work[line.act.line])
                            : value == 0
                                ? context("sin estado", "no status")
                                : context(
                                    "\(value) de \(below(line).lines) líneas con estado",
                                    "\(value) of \(below(line).lines) lines with a status"),
                        level: HeatModel.Cell.level(value, of: most))
                })
        }
    }

    private var mapWhy: WhyModel {
        let entries =
            record.act.kind == .strategic
            ? work.values.flatMap(\.entries) : record.statuses(on: context.day).flatMap(\.entries)
        let reason =
            record.act.kind == .strategic
            ? Localized(
                es:
                    "Se cuentan los documentos que nombran el tema o están en un espacio temático suyo, las reuniones de ese espacio y las actividades planeadas para el tema.",
                en:
                    "Counted are the papers that name the theme or stand in a thematic space of it, the meetings of that space and the activities planned for the theme."
            )
            : Localized(
                es: "Se cuentan las líneas debajo de cada objetivo y las que tienen un estado reportado.",
                en: "Counted are the lines below each objective, and those with a reported status.")
        return context.why(
            [Basis(clause: nil, entries: entries, reason: reason)], about: context("este mapa", "this map"))
    }

    /// How many lines stand below a line, and how many of them have a status.
    private func below(_ line: PlanState.Line, depth: Int = 0) -> (lines: Int, reported: Int) {
        guard depth < 12 else { return (0, 0) }
        return (children[line.act.line] ?? []).reduce(into: (lines: 0, reported: 0)) { sum, child in
            let rest = below(child, depth: depth + 1)
            sum.lines += 1 + rest.lines
            sum.reported += (child.status(on: context.day) == nil ? 0 : 1) + rest.reported
        }
    }

    private var themesTable: DataTable {
        let pillars = lines.filter { $0.act.kind == .pillar }
        return DataTable(
            caption: context("Lo que consta por tema", "What is recorded by theme"),
            columns: [
                .init(context("Tema", "Theme")),
                .init(context("Documentos", "Papers"), isNumeric: true),
                .init(context("Reuniones", "Meetings"), isNumeric: true),
                .init(context("Actividades", "Activities"), isNumeric: true),
                .init(context("Líneas de otros planes", "Lines of other plans"), isNumeric: true),
                .init(context("Estado", "Status")),
            ],
            rows: pillars.flatMap { pillar in
                (children[pillar.act.line] ?? []).map { line -> [DataTable.Cell] in
                    let own = work[line.act.line]
                    return [
                        .link(
                            [
                                pillar.act.line.text.split(separator: "/").last.map(String.init),
                                line.act.number,
                            ]
                            .compactMap { $0 }.joined(separator: ".") + " " + context(line.act.title),
                            href: words.href(line, of: record)), figure(own?.documents.count),
                        figure(own?.meetings.count), figure(own?.activities.count),
                        figure(own?.related.count), words.cell(line.status(on: context.day)),
                    ]
                }
            }, isTall: true)
    }

    private func figure(_ count: Int?) -> DataTable.Cell {
        count.map { $0 > 0 ? .text(Written.number($0)) : .none(context.notRecorded) }
            ?? .none(context.notRecorded)
    }

    /// A plan of action as its four levels, with numbers and statuses.
    func outline(_ html: inout HTMLWriter) {
        let tops = lines.filter { $0.act.parent == nil }
        html(.div, .class("outline")) { html in
            for top in tops {
                html(.details, .flag("open")) { html in
                    html(.summary) { html in html(.b, words.name(top)) }
                    branch(top, depth: 0, &html)
                }
            }
        }
    }

    private func branch(_ line: PlanState.Line, depth: Int, _ html: inout HTMLWriter) {
        guard let below = children[line.act.line], depth < 12 else { return }
        html(.ul) { html in
            for child in below {
                html(.li) { html in
                    html(
                        .a, words.name(child),
                        .href(words.href(child, of: record)))
                    if let report = child.status(on: context.day) {
                        html.text(" ")
                        html.tag(context(report.act.status.name), words.tone(report.act.status))
                    }
                    branch(child, depth: depth + 1, &html)
                }
            }
        }
    }

    /// The lines as a table of the page.
    func table(_ shown: [PlanState.Line]) -> DataTable {
        DataTable(
            caption: context("Las líneas que cumplen los filtros", "The lines that meet the filters"),
            hidesCaption: true,
            columns: [
                .init(context("Línea", "Line"), sort: "line"),
                .init(context("Qué es", "What it is"), sort: "kind"),
                .init(context("Dentro de", "Within"), sort: "within"),
                .init(context("Estado", "Status"), sort: "status"),
                .init(context("Consta", "Recorded"), sort: "recorded"),
            ],
            rows: shown.map { line in
                [
                    .link(words.name(line), href: words.href(line, of: record)),
                    .text(words.kind(line.act.kind)),
                    line.act.parent.flatMap { record.lines[$0] }.map {
                        .link(words.name($0), href: words.href($0, of: record))
                    } ?? .none(context("nada", "nothing")),
                    words.cell(line.status(on: context.day)), .text(words.words(work[line.act.line])),
                ]
            }, order: sorting?.order(at: "lines"))
    }

    /// What is planned for the plan's lines, each with its concept note.
    func activities(_ html: inout HTMLWriter) {
        html.section(
            context("Actividades", "Activities"), id: "activities",
            note: PlanWords.activity.text(activities.count, context.language)
        ) { html in
            if activities.isEmpty {
                html.empty(
                    EmptyModel(
                        title: context("No consta ninguna actividad", "No activity is recorded"),
                        sentences: [
                            context(
                                "Aquí estarán las actividades que llevan a cabo este plan, cada una con sus líneas y su nota conceptual. Las registra la presidencia al planearlas.",
                                "The activities that carry out this plan will stand here, each with its lines and its concept note. The presidency registers them when it plans them."
                            )
                        ]))
            } else {
                html.table(
                    words.table(activities, in: record, order: sorting?.order(at: "activities")).with(
                        context.files(of: "activities", named: context("Actividades", "Activities"))))
            }
        }
    }

    /// What refers where, and what refers to nothing; lines whose parent doesn't exist.
    func references(_ html: inout HTMLWriter) {
        let referring = lines.filter { !($0.act.refersTo ?? []).isEmpty }
        let orphans = record.orphans.filter { $0.on.first <= context.day }
        guard !referring.isEmpty || !orphans.isEmpty else { return }
        html.section(context("Qué se refiere a qué", "What refers where"), id: "references") { html in
            for (line, reference) in dangling {
                html.notice(.gold) { html in
                    html(.p) { html in
                        html(.a, words.name(line), .href(words.href(line, of: record)))
                        html.text(
                            context(" se refiere a “", " refers to “") + context(reference.label)
                                + context(
                                    "”, que no existe en el plan ni en el registro.",
                                    "”, which exists neither in the plan nor in the register."))
                    }
                }
            }
            for line in orphans {
                html.notice(.gold) { html in
                    html(.p) { html in
                        html(.a, words.name(line), .href(words.href(line, of: record)))
                        html.text(
                            context(
                                " está, por su número, dentro de “\(line.act.parent?.text ?? "")”, que el plan no tiene.",
                                " stands, by its number, within “\(line.act.parent?.text ?? "")”, which the plan doesn't have."
                            ))
                    }
                }
            }
            if !referring.isEmpty {
                html.table(
                    referencesTable.with(
                        context.files(
                            of: "references", named: context("Qué se refiere a qué", "What refers where"))))
            }
        }
    }

    var referencesTable: DataTable {
        DataTable(
            caption: context("Referencias", "References"), hidesCaption: true,
            columns: [
                .init(context("Línea", "Line")),
                .init(context("Como lo dice el plan", "As the plan puts it")),
                .init(context("Lleva a", "Leads to")),
            ],
            rows: lines.flatMap { line in
                (line.act.refersTo ?? []).map { reference in
                    [
                        .link(words.name(line), href: words.href(line, of: record)),
                        .text(context(reference.label)), words.cell(reference, in: record),
                    ]
                }
            }, isTall: true)
    }
}
