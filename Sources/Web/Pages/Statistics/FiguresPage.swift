import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// The Conference in figures: what the register counts itself, and what sources give as a figure.
struct FiguresPage: PageModel {
    /// Something counted year by year.
    struct Counting {
        let id: String
        let title: String
        let answer: Answer<YearlyCount>
        /// How many more there are whose year isn't recorded.
        var undated = 0
    }

    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .pdf]
    private let context: PageContext
    private let countings: [Counting]
    private let organs: Answer<YearlyCount>
    private let series: [RecordedSeries]
    private let sources: [Int: Source]

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let entries = context.state.statistics.figures.values.map(\.entry)
        let sources = try await registrar.sources(of: entries, in: context.state)
        return .model(FiguresPage(context, sources))
    }

    private init(_ context: PageContext, _ sources: [Int: Source]) {
        let state = context.state
        let day = context.day
        self.context = context
        self.sources = sources
        title = context("La Conferencia en cifras", "The Conference in figures")
        summary = context(
            "Reuniones, observadores, decisiones y documentos por año, contados del registro, y las cifras de sus fuentes.",
            "Meetings, observers, decisions and papers by year, counted from the register, and the figures of its sources."
        )
        let papers = state.documentsByYear(through: day, for: context.viewer)
        countings = [
            Counting(
                id: "meetings", title: context("Reuniones y actividades", "Meetings and activities"),
                answer: state.meetingsByKind(through: day)),
            Counting(
                id: "observers", title: context("Observadores", "Observers"),
                answer: state.observersByYear(through: day)),
            Counting(
                id: "decisions", title: context("Decisiones que constan", "Decisions recorded"),
                answer: state.decisionsByYear(through: day, for: context.viewer)),
            Counting(
                id: "documents",
                title: context("Documentos de la biblioteca", "Papers of the library"),
                answer: papers, undated: context.documents.count - papers.value.total),
        ]
        organs = state.meetingsByOrgan(through: day)
        series = state.statistics.recordedSeries(through: day)
    }

    var json: JSONValue {
        FiguresPage.json(countings, organs, series, context, sources)
    }

    private static func json(
        _ countings: [Counting], _ organs: Answer<YearlyCount>, _ series: [RecordedSeries],
        _ context: PageContext,
        _ sources: [Int: Source]
    ) -> JSONValue {
        func counted(_ id: String, _ answer: Answer<YearlyCount>) -> JSONValue {
            [
                "count": .text(id),
                "parts": .list(
                    answer.value.parts.map { ["id": .text($0.id), "name": JSONValue($0.name)] }),
                "years": .list(
                    answer.value.years.map { year in
                        [
                            "year": .number(year.year), "counts": .list(year.counts.map { .number($0) }),
                        ]
                    }), "basis": context.json(answer.basis), "change": context.json(answer.change),
            ]
        }
        return [
            "counted": .list(
                countings.map { counted($0.id, $0.answer) } + [counted("meetings-by-organ", organs)]),
            "recorded": .list(
                series.map { series in
                    [
                        "series": JSONValue(series.title),
                        "figures": .list(
                            series.figures.map { figure in
                                [
                                    "figure": .text(figure.act.figure.text),
                                    "label": JSONValue(figure.act.label), "value": .number(figure.act.value),
                                    "from": JSONValue(figure.act.from), "to": JSONValue(figure.act.to),
                                    "total": .flag(figure.act.total ?? false),
                                    "approximate": .flag(figure.act.approximate ?? false),
                                    "entry": .number(figure.entry),
                                    "source": context.json(sources[figure.entry]),
                                ]
                            }),
                    ]
                }),
        ]
    }

    func lists() -> [ListModel] {
        let counts = (countings.map { ($0.id, $0.answer) } + [("organs", organs)]).map { id, answer in
            ListModel(id: id, table: table(answer.value, caption: id, all: true))
        }
        return counts + [
            ListModel(
                id: "recorded",
                table: DataTable(
                    caption: title,
                    columns: [
                        .init(context("Serie", "Series")), .init(context("Qué se cuenta", "What is counted")),
                        .init(context("Número", "Number"), isNumeric: true), .init(context("De", "From")),
                        .init(context("A", "To")), .init(context("Aproximada", "Approximate")),
                        .init(context("Acto", "Act"), isNumeric: true),
                    ],
                    rows: series.flatMap { series in
                        series.figures.map { figure in
                            [
                                .text(context(series.title)), .text(context(figure.act.label)),
                                .text(String(figure.act.value)),
                                .text(figure.act.from?.description ?? ""),
                                .text(figure.act.to?.description ?? ""),
                                .text(figure.act.approximate == true ? context("sí", "yes") : ""),
                                .text(String(figure.entry)),
                            ]
                        }
                    }))
        ]
    }

    /// Years as rows, parts as columns, with their sums.
    private func table(_ count: YearlyCount, caption: String, all: Bool = false) -> DataTable {
        // On the page a year with nothing is the same as the one before it or an empty column of the chart.
        let shown = all ? count.years : count.years.filter { $0.sum > 0 }
        let columns =
            [DataTable.Column(context("Año", "Year"), isNumeric: true)]
            + count.parts.map { DataTable.Column(context($0.name), isNumeric: true) }
            + (count.parts.count > 1 ? [DataTable.Column(context("Total", "Total"), isNumeric: true)] : [])
        return DataTable(
            caption: caption, hidesCaption: true, columns: columns,
            rows: shown.reversed().map { year in
                [.text(String(year.year))] + year.counts.map { .text(Written.number($0)) }
                    + (count.parts.count > 1 ? [.text(Written.number(year.sum))] : [])
            }, isTall: true)
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(
            .p,
            context(
                "Lo que el registro cuenta por sí mismo, con los actos detrás de cada número, y lo que dan las fuentes, cada cifra con la suya.",
                "What the register counts itself, with the acts behind each number, and what sources give, each figure with its own."
            ), .class("lead"))
        for counting in countings { write(counting, &html) }
        byOrgan(&html)
        recorded(&html)
    }

    private func write(_ counting: Counting, _ html: inout HTMLWriter) {
        let count = counting.answer.value
        let language = context.language
        let isStock = counting.id == "observers"
        let latest = count.years.last?.sum ?? 0
        let total = context(
            "\(Written.number(count.total)) en total", "\(Written.number(count.total)) in all")
        let undated = Written.number(counting.undated)
        html.section(
            counting.title, id: counting.id,
            note: count.years.isEmpty
                ? nil
                : isStock
                    ? context("\(latest) el último año", "\(latest) in the last year")
                    : counting.undated > 0
                        ? context(
                            "\(total), y \(undated) cuyo año no consta",
                            "\(total), and \(undated) whose year isn't recorded") : total
        ) { html in
            guard count.total > 0 else {
                html(
                    .p,
                    context(
                        "Nada consta hasta ese día; aquí estará la cuenta cuando un acto lo registre.",
                        "Nothing is recorded by that day; the count will stand here once an act registers it."
                    ), .class("soft"))
                return
            }
            // The first list is the one that the page's foot offers.
            html.yearChart(
                chart(
                    count, title: counting.title,
                    files: counting.id == countings.first?.id ? nil : files(counting.id, counting.title)))
            html.why(
                context.why(
                    counting.answer.basis, change: counting.answer.change,
                    about: context("esta cuenta", "this count")), language)
        }
    }

    private func files(_ list: String, _ title: String) -> ListFiles { context.files(of: list, named: title) }

    private func chart(_ count: YearlyCount, title: String, files: ListFiles? = nil) -> YearChartModel {
        let span = [count.years.first?.year, count.years.last?.year].compactMap { $0 }.map(String.init)
        return YearChartModel(
            parts: count.parts.map { context($0.name) }, years: count.years.map { ($0.year, $0.counts) },
            summary: context(
                "\(title), \(span.joined(separator: "–")): las mismas cifras están en la tabla.",
                "\(title), \(span.joined(separator: "–")): the same figures stand in the table."),
            table: files.map { table(count, caption: title).with($0) } ?? table(count, caption: title))
    }

    private func byOrgan(_ html: inout HTMLWriter) {
        let count = organs.value
        guard count.total > 0 else { return }
        let sums = count.parts.indices.map { part in count.years.reduce(0) { $0 + $1.counts[part] } }
        html.section(context("Reuniones por órgano", "Meetings by organ"), id: "organs") { html in
            html.bars(
                BarsModel(
                    caption: context(
                        "Reuniones y actividades por órgano", "Meetings and activities by organ"),
                    labelHeading: context("Órgano", "Organ"), valueHeading: context("Número", "Number"),
                    bars: zip(count.parts, sums).map { part, sum in
                        .init(
                            label: context(part.name), value: sum, href: context.path(.organ(part.id)))
                    }))
            html.table(
                codes(count).with(files("organs", context("Reuniones por órgano", "Meetings by organ"))))
            html.why(
                context.why(
                    organs.basis, change: organs.change, about: context("esta cuenta", "this count")),
                context.language)
        }
    }

    /// Meetings by year and organ, the organs by their codes.
    private func codes(_ count: YearlyCount) -> DataTable {
        DataTable(
            caption: context("Por año y órgano", "By year and organ"),
            columns: [.init(context("Año", "Year"), isNumeric: true)]
                + count.parts.map { .init($0.id, isNumeric: true) },
            rows: count.years.filter { $0.sum > 0 }.reversed().map { year in
                [.text(String(year.year))]
                    + year.counts.map { .text(Written.number($0)) }
            }, isTall: true)
    }

    private func recorded(_ html: inout HTMLWriter) {
        html.section(context("Según las fuentes", "As sources give them"), id: "recorded") { html in
            guard !series.isEmpty else {
                html.empty(
                    EmptyModel(
                        title: context("No consta ninguna cifra", "No figure is recorded"),
                        sentences: [
                            context(
                                "Aquí estarán las cifras que dan los informes de la Conferencia; las registra la secretaría, cada una con su fuente.",
                                "The figures that the Conference's reports give will stand here; the secretariat registers them, each with its source."
                            )
                        ]))
                return
            }
            for series in series { write(series, &html) }
            html.files(files("recorded", context("Según las fuentes", "As sources give them")))
        }
    }

    private func write(_ series: RecordedSeries, _ html: inout HTMLWriter) {
        let title = context(series.title)
        html(.h3, title)
        if let yearly = series.yearly {
            html.yearChart(chart(yearly, title: title))
            html.why(
                context.why(
                    [
                        Basis(
                            clause: nil, entries: series.figures.map(\.entry),
                            reason: Localized(
                                es: "Cada número es el que da su fuente; el registro no lo contó.",
                                en: "Each number is as its source gives it; the register didn't count it."))
                    ], about: context("estas cifras", "these figures")), context.language)
        } else {
            html.bars(
                BarsModel(
                    caption: title, labelHeading: context("Qué se cuenta", "What is counted"),
                    valueHeading: context("Número", "Number"),
                    bars: series.parts.map { figure in
                        .init(
                            label: context(figure.act.label)
                                + (figure.act.approximate == true
                                    ? context(" (aproximada)", " (approximate)") : ""),
                            value: figure.act.value, href: context.plainPath(.entry(figure.entry)))
                    }))
        }
        html(.p, .classes("small", "soft")) { html in
            html.text(remark(series))
            html.text(context("Fuente: ", "Source: "))
            html.cell(context.cell(sources: series.figures.map(\.entry), sources))
        }
    }

    /// The source's own total and the years that it speaks of, in a sentence or two.
    private func remark(_ series: RecordedSeries) -> String {
        var remark = ""
        if let total = series.total {
            let sum = series.parts.reduce(0) { $0 + $1.act.value }
            remark += context(
                "La fuente da \(Written.number(total.act.value)) en total",
                "The source gives \(Written.number(total.act.value)) in all")
            remark +=
                sum == total.act.value
                ? ". "
                : context(
                    "; las clases suman \(Written.number(sum)). ",
                    "; the kinds add up to \(Written.number(sum)). ")
        }
        let first = series.figures.compactMap(\.act.from).min().map { String($0.first.year) }
        let last = series.figures.compactMap(\.act.to).max().map { String($0.first.year) }
        switch (first, last) {
        case (let first?, let last?) where first != last: remark += "\(first)–\(last). "
        case (let year?, _): remark += year + ". "
        case (nil, let last?): remark += context("Hasta \(last). ", "Up to \(last). ")
        case (nil, nil): break
        }
        return remark
    }
}
