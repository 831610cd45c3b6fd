import Foundation
import Testing

@testable import Register

/// The register's formats, read and judged by another program in another language: `Vectors/verify.py`.
@Suite struct PythonVerifierTests {
    let folder = TemporaryFolder()

    private struct Proofs: Codable {
        struct Inclusion: Codable {
            var index: Int
            var size: Int
            var proof: [String]
        }
        struct Consistency: Codable {
            var old: Int
            var size: Int
            var proof: [String]
        }
        var inclusion: [Inclusion] = []
        var consistency: [Consistency] = []
        var checkpoint: String?
        var key: String?
    }

    private func entries() -> [Entry] {
        Sample.entries(45) { number in
            var content = Sample.content(number)
            content.body = Array(#"{"n":\#(number),"texto":"«ñandú» \"\\\u2028\#u{1F426}\#t\#n"}"#.utf8)
            return content
        }
    }

    private func export(_ entries: [Entry]) throws -> String {
        let file = folder.file("export.jsonl")
        let bytes: [UInt8] = entries.flatMap { entry -> [UInt8] in
            let line = entry.sequence.isMultiple(of: 3) ? ExportedLine.closed(entry.closed) : .open(entry)
            return line.json + [0x0A]
        }
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    private func proofs(_ entries: [Entry], _ keys: KeyRing) throws -> Proofs {
        let tree = MerkleTree(entries.map(\.leaf))
        var proofs = Proofs()
        for size in [1, 2, 7, 8, 31, 45] {
            for index in stride(from: 0, to: size, by: 3) {
                let path = try #require(tree.inclusionProof(index: index, size: size))
                proofs.inclusion.append(.init(index: index, size: size, proof: path.map(\.hex)))
            }
            for old in stride(from: 1, through: size, by: 2) {
                let path = try #require(tree.consistencyProof(oldSize: old, size: size))
                proofs.consistency.append(.init(old: old, size: size, proof: path.map(\.hex)))
            }
        }
        proofs.checkpoint = try Checkpoint(conference: "crm", size: 33, root: entries[32].root)
            .signed(by: keys.signing)
        proofs.key = keys.verifier?.text
        return proofs
    }

    private func run(_ export: String, _ proofs: Proofs? = nil) throws -> (lines: [String], status: Int32) {
        let script = Bundle.module.bundleURL.appendingPathComponent("Vectors/verify.py").path
        var arguments = ["python3", script, export]
        if let proofs {
            let file = folder.file("proofs.json")
            try JSONEncoder().encode(proofs).write(to: URL(fileURLWithPath: file))
            arguments.append(file)
        }
        return try Child("/usr/bin/env", arguments: arguments).finish()
    }

    @Test func `Python finds the same leaves, roots, proofs and signature`() throws {
        let entries = entries()
        let export = try export(entries)
        let answer = try run(export, try proofs(entries, KeyRing(newFor: "crm")))
        #expect(answer.lines == ["holds 45 \(entries[44].root.hex)"] && answer.status == 0)
    }

    @Test(arguments: ["body", "root", "inclusion", "consistency", "signature", "checkpoint"])
    func `Python refuses what was changed`(what: String) throws {
        var entries = entries()
        let keys = KeyRing(newFor: "crm")
        var proofs = try proofs(entries, keys)
        switch what {
        case "body": entries[3].content.body.append(0x20)
        case "root": entries[3].root = entries[3].leaf
        case "inclusion": proofs.inclusion[20].proof[0] = entries[0].root.hex
        case "consistency": proofs.consistency[20].proof[0] = entries[0].root.hex
        case "signature": proofs.key = KeyRing(newFor: "crm").verifier?.text
        default:
            proofs.checkpoint = try Checkpoint(conference: "crm", size: 32, root: entries[32].root)
                .signed(by: keys.signing)
        }
        #expect(try run(try export(entries), proofs).status == 1)
    }
}
