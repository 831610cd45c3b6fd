/// The name of an element that has content; its raw text is fixed at compile time.
public struct HTMLTag: Sendable {
    @usableFromInline let start: StaticString
    @usableFromInline let end: StaticString

    /// An element: `start` is `<name` without its `>`, `end` is `</name>`.
    @inlinable
    public init(_ start: StaticString, _ end: StaticString) {
        self.start = start
        self.end = end
    }
}

/// The name of an element that can't have content.
public struct HTMLVoidTag: Sendable {
    @usableFromInline let start: StaticString
    @usableFromInline let end: StaticString

    /// An element: `start` is `<name`, `end` closes it (`>` in HTML, `/>` in SVG).
    @inlinable
    public init(_ start: StaticString, _ end: StaticString = ">") {
        self.start = start
        self.end = end
    }
}

/// Elements of HTML with content. `style` is left out on purpose: no page has one inline.
extension HTMLTag {
    /// `<html>`
    @inlinable public static var html: HTMLTag { HTMLTag("<html", "</html>") }
    /// `<head>`
    @inlinable public static var head: HTMLTag { HTMLTag("<head", "</head>") }
    /// `<body>`
    @inlinable public static var body: HTMLTag { HTMLTag("<body", "</body>") }
    /// `<title>`
    @inlinable public static var title: HTMLTag { HTMLTag("<title", "</title>") }
    /// `<header>`
    @inlinable public static var header: HTMLTag { HTMLTag("<header", "</header>") }
    /// `<footer>`
    @inlinable public static var footer: HTMLTag { HTMLTag("<footer", "</footer>") }
    /// `<main>`
    @inlinable public static var main: HTMLTag { HTMLTag("<main", "</main>") }
    /// `<nav>`
    @inlinable public static var nav: HTMLTag { HTMLTag("<nav", "</nav>") }
    /// `<section>`
    @inlinable public static var section: HTMLTag { HTMLTag("<section", "</section>") }
    /// `<article>`
    @inlinable public static var article: HTMLTag { HTMLTag("<article", "</article>") }
    /// `<aside>`
    @inlinable public static var aside: HTMLTag { HTMLTag("<aside", "</aside>") }
    /// `<div>`
    @inlinable public static var div: HTMLTag { HTMLTag("<div", "</div>") }
    /// `<span>`
    @inlinable public static var span: HTMLTag { HTMLTag("<span", "</span>") }
    /// `<p>`
    @inlinable public static var p: HTMLTag { HTMLTag("<p", "</p>") }
    /// `<h1>`
    @inlinable public static var h1: HTMLTag { HTMLTag("<h1", "</h1>") }
    /// `<h2>`
    @inlinable public static var h2: HTMLTag { HTMLTag("<h2", "</h2>") }
    /// `<h3>`
    @inlinable public static var h3: HTMLTag { HTMLTag("<h3", "</h3>") }
    /// `<h4>`
    @inlinable public static var h4: HTMLTag { HTMLTag("<h4", "</h4>") }
    /// `<ul>`
    @inlinable public static var ul: HTMLTag { HTMLTag("<ul", "</ul>") }
    /// `<ol>`
    @inlinable public static var ol: HTMLTag { HTMLTag("<ol", "</ol>") }
    /// `<li>`
    @inlinable public static var li: HTMLTag { HTMLTag("<li", "</li>") }
    /// `<dl>`
    @inlinable public static var dl: HTMLTag { HTMLTag("<dl", "</dl>") }
    /// `<dt>`
    @inlinable public static var dt: HTMLTag { HTMLTag("<dt", "</dt>") }
    /// `<dd>`
    @inlinable public static var dd: HTMLTag { HTMLTag("<dd", "</dd>") }
    /// `<a>`
    @inlinable public static var a: HTMLTag { HTMLTag("<a", "</a>") }
    /// `<b>`
    @inlinable public static var b: HTMLTag { HTMLTag("<b", "</b>") }
    /// `<i>`
    @inlinable public static var i: HTMLTag { HTMLTag("<i", "</i>") }
    /// `<em>`
    @inlinable public static var em: HTMLTag { HTMLTag("<em", "</em>") }
    /// `<strong>`
    @inlinable public static var strong: HTMLTag { HTMLTag("<strong", "</strong>") }
    /// `<small>`
    @inlinable public static var small: HTMLTag { HTMLTag("<small", "</small>") }
    /// `<code>`
    @inlinable public static var code: HTMLTag { HTMLTag("<code", "</code>") }
    /// `<pre>`
    @inlinable public static var pre: HTMLTag { HTMLTag("<pre", "</pre>") }
    /// `<q>`
    @inlinable public static var q: HTMLTag { HTMLTag("<q", "</q>") }
    /// `<blockquote>`
    @inlinable public static var blockquote: HTMLTag { HTMLTag("<blockquote", "</blockquote>") }
    /// `<cite>`
    @inlinable public static var cite: HTMLTag { HTMLTag("<cite", "</cite>") }
    /// `<abbr>`
    @inlinable public static var abbr: HTMLTag { HTMLTag("<abbr", "</abbr>") }
    /// `<time>`
    @inlinable public static var time: HTMLTag { HTMLTag("<time", "</time>") }
    /// `<mark>`
    @inlinable public static var mark: HTMLTag { HTMLTag("<mark", "</mark>") }
    /// `<s>`
    @inlinable public static var struck: HTMLTag { HTMLTag("<s", "</s>") }
    /// `<del>`
    @inlinable public static var del: HTMLTag { HTMLTag("<del", "</del>") }
    /// `<ins>`
    @inlinable public static var ins: HTMLTag { HTMLTag("<ins", "</ins>") }
    /// `<sub>`
    @inlinable public static var sub: HTMLTag { HTMLTag("<sub", "</sub>") }
    /// `<sup>`
    @inlinable public static var sup: HTMLTag { HTMLTag("<sup", "</sup>") }
    /// `<figure>`
    @inlinable public static var figure: HTMLTag { HTMLTag("<figure", "</figure>") }
    /// `<figcaption>`
    @inlinable public static var figcaption: HTMLTag { HTMLTag("<figcaption", "</figcaption>") }
    /// `<table>`
    @inlinable public static var table: HTMLTag { HTMLTag("<table", "</table>") }
    /// `<caption>`
    @inlinable public static var caption: HTMLTag { HTMLTag("<caption", "</caption>") }
    /// `<colgroup>`
    @inlinable public static var colgroup: HTMLTag { HTMLTag("<colgroup", "</colgroup>") }
    /// `<thead>`
    @inlinable public static var thead: HTMLTag { HTMLTag("<thead", "</thead>") }
    /// `<tbody>`
    @inlinable public static var tbody: HTMLTag { HTMLTag("<tbody", "</tbody>") }
    /// `<tfoot>`
    @inlinable public static var tfoot: HTMLTag { HTMLTag("<tfoot", "</tfoot>") }
    /// `<tr>`
    @inlinable public static var tr: HTMLTag { HTMLTag("<tr", "</tr>") }
    /// `<th>`
    @inlinable public static var th: HTMLTag { HTMLTag("<th", "</th>") }
    /// `<td>`
    @inlinable public static var td: HTMLTag { HTMLTag("<td", "</td>") }
    /// `<form>`
    @inlinable public static var form: HTMLTag { HTMLTag("<form", "</form>") }
    /// `<label>`
    @inlinable public static var label: HTMLTag { HTMLTag("<label", "</label>") }
    /// `<button>`
    @inlinable public static var button: HTMLTag { HTMLTag("<button", "</button>") }
    /// `<select>`
    @inlinable public static var select: HTMLTag { HTMLTag("<select", "</select>") }
    /// `<option>`
    @inlinable public static var option: HTMLTag { HTMLTag("<option", "</option>") }
    /// `<optgroup>`
    @inlinable public static var optgroup: HTMLTag { HTMLTag("<optgroup", "</optgroup>") }
    /// `<textarea>`
    @inlinable public static var textarea: HTMLTag { HTMLTag("<textarea", "</textarea>") }
    /// `<fieldset>`
    @inlinable public static var fieldset: HTMLTag { HTMLTag("<fieldset", "</fieldset>") }
    /// `<legend>`
    @inlinable public static var legend: HTMLTag { HTMLTag("<legend", "</legend>") }
    /// `<datalist>`
    @inlinable public static var datalist: HTMLTag { HTMLTag("<datalist", "</datalist>") }
    /// `<output>`
    @inlinable public static var output: HTMLTag { HTMLTag("<output", "</output>") }
    /// `<details>`
    @inlinable public static var details: HTMLTag { HTMLTag("<details", "</details>") }
    /// `<summary>`
    @inlinable public static var summary: HTMLTag { HTMLTag("<summary", "</summary>") }
    /// A script from an address of ours, without content.
    @inlinable public static var script: HTMLTag { HTMLTag("<script", "</script>") }
    /// `<noscript>`
    @inlinable public static var noscript: HTMLTag { HTMLTag("<noscript", "</noscript>") }
    /// `<template>`
    @inlinable public static var template: HTMLTag { HTMLTag("<template", "</template>") }
    /// `<address>`
    @inlinable public static var address: HTMLTag { HTMLTag("<address", "</address>") }
    /// `<hgroup>`
    @inlinable public static var hgroup: HTMLTag { HTMLTag("<hgroup", "</hgroup>") }
    /// `<search>`
    @inlinable public static var search: HTMLTag { HTMLTag("<search", "</search>") }
    /// `<dfn>`
    @inlinable public static var dfn: HTMLTag { HTMLTag("<dfn", "</dfn>") }
    /// `<kbd>`
    @inlinable public static var kbd: HTMLTag { HTMLTag("<kbd", "</kbd>") }
    /// `<var>`
    @inlinable public static var variable: HTMLTag { HTMLTag("<var", "</var>") }
    /// `<bdi>`
    @inlinable public static var bdi: HTMLTag { HTMLTag("<bdi", "</bdi>") }
    /// `<data>`
    @inlinable public static var data: HTMLTag { HTMLTag("<data", "</data>") }
}

/// Elements of HTML without content.
extension HTMLVoidTag {
    /// `<br>`
    @inlinable public static var br: HTMLVoidTag { HTMLVoidTag("<br") }
    /// `<hr>`
    @inlinable public static var hr: HTMLVoidTag { HTMLVoidTag("<hr") }
    /// `<img>`
    @inlinable public static var img: HTMLVoidTag { HTMLVoidTag("<img") }
    /// `<input>`
    @inlinable public static var input: HTMLVoidTag { HTMLVoidTag("<input") }
    /// `<link>`
    @inlinable public static var link: HTMLVoidTag { HTMLVoidTag("<link") }
    /// `<meta>`
    @inlinable public static var meta: HTMLVoidTag { HTMLVoidTag("<meta") }
    /// `<col>`
    @inlinable public static var col: HTMLVoidTag { HTMLVoidTag("<col") }
    /// `<wbr>`
    @inlinable public static var wbr: HTMLVoidTag { HTMLVoidTag("<wbr") }
    /// `<source>`
    @inlinable public static var source: HTMLVoidTag { HTMLVoidTag("<source") }
}
