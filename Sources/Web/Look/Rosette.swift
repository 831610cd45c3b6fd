import Charter
import Foundation
public import HTML

/// How a petal is filled; each says one thing, and the legend says it in words.
public enum PetalState: String, Sendable, Hashable, CaseIterable {
    /// Filled: agrees, or simply a member.
    case full
    /// Hatched: agrees with a reservation.
    case hatched
    /// Empty: silent.
    case empty
    /// A dotted edge: not yet notified.
    case dotted
    /// Brick: objects.
    case brick
}

/// The rosette: one petal per member, in the Charter's order.
public struct RosetteModel: Sendable {
    /// One member's petal.
    public struct Petal: Sendable {
        /// Stands at the tip: a code of three letters.
        public let label: String
        /// The member's name, for the list.
        public let name: String
        /// How it is filled.
        public let state: PetalState

        /// A petal.
        public init(label: String, name: String, state: PetalState = .full) {
            self.label = label
            self.name = name
            self.state = state
        }
    }

    /// The petals, clockwise from the top.
    public let petals: [Petal]
    /// Stands in the middle, such as the count of answers.
    public let centre: String?
    /// The picture in one sentence, for readers that don't see it.
    public let summary: String
    /// What each state means here; a state without words is left out of the list. Empty: no list.
    public let meanings: [(state: PetalState, meaning: String)]
    /// A line under the picture.
    public let caption: String?

    /// A rosette.
    public init(
        petals: [Petal], centre: String? = nil, summary: String,
        meanings: [(state: PetalState, meaning: String)] = [], caption: String? = nil
    ) {
        self.petals = petals
        self.centre = centre
        self.summary = summary
        self.meanings = meanings
        self.caption = caption
    }
}

/// The geometry of the mark.
enum Rosette {
    /// One petal as a path; `length` is the whole radius.
    static func petal(_ index: Int, of count: Int, centre: Double, length: Double) -> String {
        let turn = 2 * Double.pi * Double(index) / Double(max(count, 1))
        // A petal is a little wider than its share, but never fatter than a drop.
        let share = tan(Double.pi / Double(max(count, 3))) * 1.2
        let width = min(share * 0.77, 0.42) * length
        func point(_ across: Double, _ out: Double) -> String {
            let x = centre + across * cos(turn) + out * sin(turn)
            let y = centre + across * sin(turn) - out * cos(turn)
            return SVGNumber.text(x) + " " + SVGNumber.text(y)
        }
        let base = point(0, length * 0.32)
        let tip = point(0, length)
        return "M\(base)Q\(point(-width, length * 0.77)) \(tip)Q\(point(width, length * 0.77)) \(base)Z"
    }

    /// The whole mark, for the head of a page.
    static func logo(petals: Int) -> TrustedHTML {
        TrustedHTML { html in
            html(.svg, .viewBox(48, 48), .hiddenFromReaders, .attribute("focusable", "false")) { html in
                mark(&html, petals, "currentColor")
            }
        }
    }

    /// The mark as a file of its own.
    static func icon(petals: Int) -> [UInt8] {
        var html = HTMLWriter(capacity: 2_048)
        html(.svg, .attribute("xmlns", "http://www.w3.org/2000/svg"), .viewBox(48, 48)) { html in
            mark(&html, petals, "#3f66bd")
        }
        return html.bytes
    }

    private static func mark(_ html: inout HTMLWriter, _ petals: Int, _ fill: String) {
        let path = (0..<petals).map { petal($0, of: petals, centre: 24, length: 23) }.joined()
        html(.path, .d(path), .attribute("fill", fill))
        html(
            .circle, .measure("cx", 24), .measure("cy", 24), .measure("r", 4), .attribute("fill", fill))
    }
}

extension HTMLWriter {
    /// Draws the rosette, and below it who stands where, in words.
    public mutating func rosette(_ model: RosetteModel) {
        self(.figure, .class("rosette")) { html in
            html(.svg, .viewBox(360, 360), .role("img"), .aria("label", model.summary)) { html in
                html.hatch(id: "hatch")
                for (index, petal) in model.petals.enumerated() {
                    html.petal(
                        petal.state, Rosette.petal(index, of: model.petals.count, centre: 180, length: 138),
                        title: petal.name)
                    let turn = 2 * Double.pi * Double(index) / Double(model.petals.count)
                    html(
                        .svgText, petal.label, .measure("x", 180 + 157 * sin(turn)),
                        .measure("y", 184.8 - 157 * cos(turn)), .anchor("middle"))
                }
                html(
                    .circle, .class("heart"), .measure("cx", 180), .measure("cy", 180),
                    .measure("r", 36))
                if let centre = model.centre {
                    html(
                        .svgText, centre, .class("count"), .measure("x", 180), .measure("y", 191.5),
                        .anchor("middle"))
                }
            }
            html.legend(model)
            if let caption = model.caption { html(.figcaption, caption) }
        }
    }

    private mutating func legend(_ model: RosetteModel) {
        let present = model.meanings.filter { meaning in
            model.petals.contains { $0.state == meaning.state }
        }
        if present.isEmpty { return }
        self(.ul, .class("legend")) { html in
            for (state, meaning) in present {
                let members = model.petals.filter { $0.state == state }.map(\.label)
                html(.li) { html in
                    html(.svg, .viewBox(16, 20), .hiddenFromReaders) { html in
                        html.petal(state, "M8 19Q-2 8 8 1Q18 8 8 19Z", title: nil)
                    }
                    html(.span) { html in
                        html(.b, meaning + " (\(members.count))")
                        html.text(": " + members.joined(separator: ", "))
                    }
                }
            }
        }
    }

    private mutating func petal(_ state: PetalState, _ path: String, title: String?) {
        // A paint server is named by an attribute: in a sheet, its address would be the sheet's.
        let paint = state == .hatched ? "url(#hatch)" : nil
        self(
            .g,
            content: { html in
                if let title { html(.title, title) }
                if let paint {
                    html(.path, .class("petal-ground"), .d(path), .attribute("fill", paint))
                    html(.path, .class("petal-edge"), .d(path), .attribute("fill", "none"))
                } else {
                    html(.path, .classes("petal", state == .empty ? nil : state.rawValue), .d(path))
                }
            })
    }

    private mutating func hatch(id: String) {
        self(.defs) { html in
            html(
                .pattern, .id(id), .width("6"), .height("6"),
                .attribute("patternUnits", "userSpaceOnUse"),
                .attribute("patternTransform", "rotate(45)")
            ) { html in
                html(.rect, .class("hatch-ground"), .width("6"), .height("6"))
                html(.rect, .class("hatch-line"), .width("3"), .height("6"))
            }
        }
    }
}
