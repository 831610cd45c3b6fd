/// One attribute of an element: its name is fixed at compile time, its value is escaped.
///
/// An absent value (`nil`, or a flag that is `false`) writes nothing, so page code needs no conditions.
public struct HTMLAttribute: Sendable {
    @usableFromInline
    enum Value: Sendable {
        case text(String)
        case flag
        case absent
    }

    @usableFromInline let lead: StaticString
    @usableFromInline let name: StaticString
    @usableFromInline let value: Value

    @inlinable
    init(_ lead: StaticString, _ name: StaticString, _ value: String?) {
        self.lead = lead
        self.name = name
        if let value { self.value = .text(value) } else { self.value = .absent }
    }

    /// `lead` is the whole beginning, such as ` class="`: one piece to write instead of three.
    @inlinable
    init(whole lead: StaticString, _ value: String?) { self.init(lead, "", value) }

    @usableFromInline
    init(flag name: StaticString, _ present: Bool) {
        lead = " "
        self.name = name
        value = present ? .flag : .absent
    }

    /// Any attribute; `nil` leaves it out.
    @inlinable
    public static func attribute(_ name: StaticString, _ value: String?) -> HTMLAttribute {
        HTMLAttribute(" ", name, value)
    }
    /// A boolean attribute: present or not.
    public static func flag(_ name: StaticString, _ present: Bool = true) -> HTMLAttribute {
        HTMLAttribute(flag: name, present)
    }
    /// `aria-…`; `nil` leaves it out.
    public static func aria(_ name: StaticString, _ value: String?) -> HTMLAttribute {
        HTMLAttribute(" aria-", name, value)
    }
    /// `data-…`; `nil` leaves it out.
    public static func data(_ name: StaticString, _ value: String?) -> HTMLAttribute {
        HTMLAttribute(" data-", name, value)
    }
    /// Hides decoration from readers that speak.
    public static var hiddenFromReaders: HTMLAttribute { .aria("hidden", "true") }
    /// `aria-current` with this value where `present`.
    public static func current(_ value: String, _ present: Bool = true) -> HTMLAttribute {
        .aria("current", present ? value : nil)
    }
    /// The language of the content: `lang`.
    public static func lang(_ code: String?) -> HTMLAttribute { .attribute("lang", code) }
    /// `for` of a label.
    public static func labels(_ id: String) -> HTMLAttribute { .attribute("for", id) }
    /// `tabindex`.
    public static func tabIndex(_ index: Int) -> HTMLAttribute { .attribute("tabindex", String(index)) }
    /// The classes that are not `nil`, in order; none leaves the attribute out.
    public static func classes(_ names: String?...) -> HTMLAttribute {
        var present = ""
        for case let name? in names {
            if !present.isEmpty { present += " " }
            present += name
        }
        return .class(present.isEmpty ? nil : present)
    }
    /// A link to an address that came from outside: kept only if it is `http`, `https` or `mailto`.
    public static func href(external address: String) -> HTMLAttribute {
        let start = address.prefix(8).lowercased()
        let safe = ["https://", "http://", "mailto:"].contains { start.hasPrefix($0) }
        return .attribute("href", safe ? address : nil)
    }
    /// `class`
    @inlinable public static func `class`(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " class=\"", value)
    }
    /// `id`
    @inlinable public static func id(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " id=\"", value)
    }
    /// `href`
    @inlinable public static func href(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " href=\"", value)
    }
    /// `src`
    @inlinable public static func src(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " src=\"", value)
    }
    /// `type`
    @inlinable public static func type(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " type=\"", value)
    }
    /// `name`
    @inlinable public static func name(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " name=\"", value)
    }
    /// `value`
    @inlinable public static func value(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " value=\"", value)
    }
    /// `content`
    @inlinable public static func content(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " content=\"", value)
    }
    /// `rel`
    @inlinable public static func rel(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " rel=\"", value)
    }
    /// `role`
    @inlinable public static func role(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " role=\"", value)
    }
    /// `title`
    @inlinable public static func title(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " title=\"", value)
    }
    /// `method`
    @inlinable public static func method(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " method=\"", value)
    }
    /// `action`
    @inlinable public static func action(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " action=\"", value)
    }
    /// `placeholder`
    @inlinable public static func placeholder(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " placeholder=\"", value)
    }
    /// `scope`
    @inlinable public static func scope(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " scope=\"", value)
    }
    /// `datetime`
    @inlinable public static func datetime(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " datetime=\"", value)
    }
    /// `alt`
    @inlinable public static func alt(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " alt=\"", value)
    }
    /// `width`
    @inlinable public static func width(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " width=\"", value)
    }
    /// `height`
    @inlinable public static func height(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " height=\"", value)
    }
    /// `colspan`
    @inlinable public static func colspan(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " colspan=\"", value)
    }
    /// `rowspan`
    @inlinable public static func rowspan(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " rowspan=\"", value)
    }
    /// `headers`
    @inlinable public static func headers(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " headers=\"", value)
    }
    /// `media`
    @inlinable public static func media(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " media=\"", value)
    }
    /// `property`
    @inlinable public static func property(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " property=\"", value)
    }
    /// `hreflang`
    @inlinable public static func hreflang(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " hreflang=\"", value)
    }
    /// `enctype`
    @inlinable public static func enctype(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " enctype=\"", value)
    }
    /// `min`
    @inlinable public static func min(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " min=\"", value)
    }
    /// `max`
    @inlinable public static func max(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " max=\"", value)
    }
    /// `pattern`
    @inlinable public static func pattern(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " pattern=\"", value)
    }
    /// `step`
    @inlinable public static func step(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " step=\"", value)
    }
    /// `autocomplete`
    @inlinable public static func autocomplete(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " autocomplete=\"", value)
    }
    /// `inputmode`
    @inlinable public static func inputmode(_ value: String?) -> HTMLAttribute {
        HTMLAttribute(whole: " inputmode=\"", value)
    }
}
