import HTML

/// The strip of Talavera tiles at the head of every page: decoration, hidden from readers that speak.
enum Tiles {
    static let strip = TrustedHTML { html in
        html(.svg, .class("tiles"), .hiddenFromReaders, .attribute("focusable", "false")) { html in
            html(.defs) { html in
                html(
                    .pattern, .id("tiles"), .width("20"), .height("10"),
                    .attribute("patternUnits", "userSpaceOnUse")
                ) { html in
                    html(
                        .path, .d("M0 10L5 0L10 10ZM10 0L15 10L20 0Z"), .attribute("fill", "currentColor"),
                        .attribute("opacity", ".28"))
                    for (x, y) in [(5.0, 7.0), (15, 3)] {
                        html(
                            .circle, .measure("cx", x), .measure("cy", y), .measure("r", 1.3),
                            .attribute("fill", "currentColor"), .attribute("opacity", ".8"))
                    }
                }
            }
            html(.rect, .width("100%"), .height("10"), .attribute("fill", "url(#tiles)"))
        }
    }
}
