extension HTMLWriter {
    /// Writes a data block, `<script type="…">`, that holds JSON.
    ///
    /// A script element whose type is no script's is never run, and a content security policy doesn't concern it
    /// (HTML, "prepare the script element", step 13 returns before the policy is asked). `<` stands in JSON only
    /// within texts, where it is written escaped: nothing in the block can end it.
    /// - Parameters:
    ///   - type: a JSON type such as `application/ld+json`; never one that browsers run.
    ///   - json: the block's content.
    public mutating func dataBlock(type: StaticString, json: [UInt8]) {
        write("<script type=\"")
        write(type)
        write("\">")
        for byte in json {
            if byte == 0x3C { write("\\u003c") } else { buffer.append(byte) }
        }
        write("</script>")
    }
}
