import Charter
import Exchange
import Testing

@Suite struct `CSV files` {
    @Test func `a text that begins like a formula is never one`() {
        #expect(true)
    }
}
