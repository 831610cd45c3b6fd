public import HTML

/// The organs and how they stand to each other.
public struct OrgansModel: Sendable {
    /// One organ.
    public struct Organ: Sendable {
        /// Known only to the drawing.
        public let id: String
        /// Its name.
        public let name: String
        /// A few words under it.
        public let detail: String?
        /// Where it is told.
        public let href: String?
        /// The row it stands in, from 0 at the top.
        public let level: Int
        /// True for the organ that decides: filled.
        public let isChief: Bool

        /// An organ.
        public init(
            id: String, name: String, detail: String? = nil, href: String? = nil, level: Int,
            isChief: Bool = false
        ) {
            self.id = id
            self.name = name
            self.detail = detail
            self.href = href
            self.level = level
            self.isChief = isChief
        }
    }

    /// How one organ stands to another.
    public struct Relation: Sendable {
        /// The organ it starts from.
        public let from: String
        /// The organ it leads to.
        public let to: String
        /// In words, as a sentence for the list beneath; empty where another relation's says it too.
        public let sentence: String
        /// True for what accompanies rather than mandates: a dashed line.
        public let isDashed: Bool

        /// A relation.
        public init(from: String, to: String, sentence: String, isDashed: Bool = false) {
            self.from = from
            self.to = to
            self.sentence = sentence
            self.isDashed = isDashed
        }
    }

    /// The picture in one sentence.
    public let summary: String
    /// The organs, row by row from left to right.
    public let organs: [Organ]
    /// The lines between them.
    public let relations: [Relation]
    /// A line under the drawing.
    public let caption: String?

    /// A drawing of organs.
    public init(
        summary: String, organs: [Organ], relations: [Relation], caption: String? = nil
    ) {
        self.summary = summary
        self.organs = organs
        self.relations = relations
        self.caption = caption
    }
}

/// Where a box stands.
private struct Box {
    let organ: OrgansModel.Organ
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    let name: [String]
    let detail: [String]
    var middle: Double { x + width / 2 }
}

private enum OrgansLayout {
    static let width = 960.0
    static let gap = 28.0
    static let rowGap = 46.0

    static func boxes(_ model: OrgansModel) -> (boxes: [Box], height: Double) {
        var boxes: [Box] = []
        var top = 2.0
        for level in Set(model.organs.map(\.level)).sorted() {
            let row = model.organs.filter { $0.level == level }
            let room = (width - 4 - gap * Double(row.count - 1)) / Double(row.count)
            let boxWidth = min(room, 290)
            // Letters of 14 units are about 7.4 wide, of 12 about 6.2; 12 on each side stay free.
            let names = row.map { lines($0.name, Int((boxWidth - 24) / 7.6)) }
            let details = row.map { lines($0.detail ?? "", Int((boxWidth - 24) / 6.3)) }
            let tallest = zip(names, details).map { Double($0.count) * 18 + Double($1.count) * 16 }.max()
            let height = (tallest ?? 0) + 22
            let total = boxWidth * Double(row.count) + gap * Double(row.count - 1)
            var x = (width - total) / 2
            for (index, organ) in row.enumerated() {
                boxes.append(
                    Box(
                        organ: organ, x: x, y: top, width: boxWidth, height: height, name: names[index],
                        detail: details[index]))
                x += boxWidth + gap
            }
            top += height + rowGap
        }
        return (boxes, top - rowGap + 2)
    }

    /// Words in lines of about that many letters.
    static func lines(_ text: String, _ limit: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= limit {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    static func path(_ from: Box, _ to: Box) -> String {
        let n = SVGNumber.text
        if from.organ.level == to.organ.level {
            let (left, right) = from.x < to.x ? (from, to) : (to, from)
            let y = n(left.y + left.height / 2)
            return "M\(n(left.x + left.width)) \(y)L\(n(right.x)) \(y)"
        }
        let (upper, lower) = from.y < to.y ? (from, to) : (to, from)
        let bend = n(lower.y - rowGap / 2)
        return
            "M\(n(upper.middle)) \(n(upper.y + upper.height))V\(bend)H\(n(lower.middle))V\(n(lower.y))"
    }
}

extension HTMLWriter {
    /// Draws the organs; where the drawing would be too small to read, a list stands in its place. The
    /// relations stand beneath as sentences.
    public mutating func organs(_ model: OrgansModel) {
        let (boxes, height) = OrgansLayout.boxes(model)
        self(.figure, .class("organs")) { html in
            html(
                .svg, .viewBox(OrgansLayout.width, height), .role("group"), .aria("label", model.summary)
            ) { html in
                for relation in model.relations {
                    guard let from = boxes.first(where: { $0.organ.id == relation.from }),
                        let to = boxes.first(where: { $0.organ.id == relation.to })
                    else { continue }
                    html(
                        .path, .class(relation.isDashed ? "dashed" : nil),
                        .d(OrgansLayout.path(from, to)))
                }
                for box in boxes { html.organBox(box) }
            }
            html.organList(model.organs)
            html(.ul, .class("small")) { html in
                for relation in model.relations where !relation.sentence.isEmpty {
                    html(.li, relation.sentence)
                }
            }
            if let caption = model.caption { html(.figcaption, caption) }
        }
    }

    private mutating func organList(_ organs: [OrgansModel.Organ]) {
        self(.ol, .class("organ-list")) { html in
            for organ in organs {
                let indent = organ.level == 0 ? nil : "l\(min(organ.level, 3))"
                html(.li, .classes(indent, organ.isChief ? "chief" : nil)) { html in
                    html(.b) { html in
                        if let href = organ.href {
                            html(.a, organ.name, .href(href))
                        } else {
                            html.text(organ.name)
                        }
                    }
                    if let detail = organ.detail { html(.span, detail, .classes("small", "soft")) }
                }
            }
        }
    }

    private mutating func organBox(_ box: Box) {
        let content: (inout HTMLWriter) -> Void = { html in
            html(
                .rect, .measure("x", box.x), .measure("y", box.y), .measure("width", box.width),
                .measure("height", box.height), .attribute("rx", "2"))
            let text = Double(box.name.count) * 18 + Double(box.detail.count) * 16
            var y = box.y + (box.height - text) / 2 + 13
            for line in box.name {
                html(
                    .svgText, line, .measure("x", box.middle), .measure("y", y), .anchor("middle"))
                y += 18
            }
            for line in box.detail {
                html(
                    .svgText, line, .class("detail"), .measure("x", box.middle), .measure("y", y - 1),
                    .anchor("middle"))
                y += 16
            }
        }
        self(.g, .class(box.organ.isChief ? "chief" : nil)) { html in
            if let href = box.organ.href {
                html(.a, .href(href), .aria("label", box.organ.name), content: content)
            } else {
                content(&html)
            }
        }
    }
}
