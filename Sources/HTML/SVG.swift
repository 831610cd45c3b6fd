/// Elements of SVG, for drawings that stand inside a page. They are styled by classes, never inline.
extension HTMLTag {
    /// `<svg>`
    @inlinable public static var svg: HTMLTag { HTMLTag("<svg", "</svg>") }
    /// `<g>`
    @inlinable public static var g: HTMLTag { HTMLTag("<g", "</g>") }
    /// `<defs>`
    @inlinable public static var defs: HTMLTag { HTMLTag("<defs", "</defs>") }
    /// `<pattern>`
    @inlinable public static var pattern: HTMLTag { HTMLTag("<pattern", "</pattern>") }
    /// `<desc>`
    @inlinable public static var desc: HTMLTag { HTMLTag("<desc", "</desc>") }
    /// SVG's `<text>`, named apart from the writer's `text(_:)`.
    @inlinable public static var svgText: HTMLTag { HTMLTag("<text", "</text>") }
    /// `<tspan>`
    @inlinable public static var tspan: HTMLTag { HTMLTag("<tspan", "</tspan>") }
}

/// Elements of SVG without content.
extension HTMLVoidTag {
    /// `<path/>`
    @inlinable public static var path: HTMLVoidTag { HTMLVoidTag("<path", "/>") }
    /// `<rect/>`
    @inlinable public static var rect: HTMLVoidTag { HTMLVoidTag("<rect", "/>") }
    /// `<circle/>`
    @inlinable public static var circle: HTMLVoidTag { HTMLVoidTag("<circle", "/>") }
    /// `<line/>`
    @inlinable public static var line: HTMLVoidTag { HTMLVoidTag("<line", "/>") }
    /// `<use/>`
    @inlinable public static var use: HTMLVoidTag { HTMLVoidTag("<use", "/>") }
    /// `<polyline/>`
    @inlinable public static var polyline: HTMLVoidTag { HTMLVoidTag("<polyline", "/>") }
}

extension HTMLAttribute {
    /// `viewBox="0 0 width height"`.
    public static func viewBox(_ width: Double, _ height: Double) -> HTMLAttribute {
        .attribute("viewBox", "0 0 " + SVGNumber.text(width) + " " + SVGNumber.text(height))
    }
    /// A path's `d`.
    public static func d(_ path: String) -> HTMLAttribute { .attribute("d", path) }
    /// A measure in the drawing's own units, such as `x` or `r`, with one decimal at most.
    public static func measure(_ name: StaticString, _ value: Double) -> HTMLAttribute {
        .attribute(name, SVGNumber.text(value))
    }
    /// Where a text is anchored: `start`, `middle` or `end`.
    public static func anchor(_ place: String) -> HTMLAttribute { .attribute("text-anchor", place) }
}

/// Numbers as drawings write them: one decimal at most, no exponent, no locale.
public enum SVGNumber {
    /// `12.5`, `-3`, `0`; anything that isn't a finite number of a drawing's size is `0`.
    public static func text(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1_000_000 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let whole = String(abs(tenths) / 10)
        let rest = abs(tenths) % 10
        return (tenths < 0 ? "-" : "") + (rest == 0 ? whole : whole + "." + String(rest))
    }
}
