import Charter
import Exchange
import Foundation
import Testing

@Suite struct `JSON` {
    private func line(_ value: JSONValue) -> String { String(decoding: value.bytes, as: UTF8.self) }

    @Test func `Fields stand in the order given, and what isn't recorded is null`() {
        let value: JSONValue = [
            "z": 1, "a": JSONValue(String?.none), "on": JSONValue(PartialDay("2016-11")),
            "list": [true, -3, []],
            "none": [:], "text": JSONValue(Localized(es: "Sí", en: "Yes")),
        ]
        #expect(
            line(value)
                == #"{"z":1,"a":null,"on":"2016-11","list":[true,-3,[]],"none":{},"text":{"es":"Sí","en":"Yes"}}"#
                + "\n")
    }

    @Test(arguments: [
        ("a\"b\\c", #""a\"b\\c""#), ("line\nnext\ttab\u{0}\u{1F}", #""line\nnext\u0009tab\u0000\u001f""#),
        ("</script><!--", #""\u003c/script>\u003c!--""#), ("ñ 🌺 \u{2028} &", "\"ñ 🌺 \u{2028} &\""),
        ("", "\"\""),
    ])
    func `A text is escaped where it must be, and can't end a script`(text: String, written: String) throws {
        #expect(line(.text(text)) == written + "\n")
        #expect(line(.object([(text, .number(1))])) == "{" + written + ":1}\n")
        let read = try JSONSerialization.jsonObject(
            with: Data(JSONValue.text(text).bytes), options: .fragmentsAllowed)
        #expect(read as? String == text)
    }

    @Test func `For people it stands on several lines`() {
        let value: JSONValue = ["a": [1, ["b": "c"]], "empty": [], "none": .null]
        #expect(
            value.indented == """
                {
                  "a": [
                    1,
                    {
                      "b": "c"
                    }
                  ],
                  "empty": [],
                  "none": null
                }
                """)
    }

    @Test func `An object takes a further field, unless there is nothing to say`() {
        let value: JSONValue = ["a": 1]
        #expect(line(value.adding("b", 2)) == "{\"a\":1,\"b\":2}\n")
        #expect(line(value.adding("b", nil)) == "{\"a\":1}\n")
        #expect(line(JSONValue.list([]).adding("b", 2)) == "[]\n")
    }

    @Test func `The grounds of an answer have all their fields`() {
        let basis = [
            Basis(
                clause: ClauseID("carta.1"), entries: [3, 4], interpretation: nil,
                reason: Localized(es: "porque", en: "because")),
            Basis(clause: nil, entries: []),
        ]
        #expect(
            line(JSONValue(basis, .en))
                == #"[{"clause":"carta.1","entries":[3,4],"interpretation":null,"reason":"because"},{"clause":null,"entries":[],"interpretation":null,"reason":null}]"#
                + "\n")
    }
}
