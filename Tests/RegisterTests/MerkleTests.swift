import Foundation
import Testing

@testable import Register

/// The tree and its proofs against the public test data of transparency-dev/merkle (Vectors/README.md).
@Suite struct MerkleTests {
    struct Trees: Decodable {
        let leafInputs: [String]
        let roots: [String]
        let hashes: [String: String]
    }

    struct InclusionProbe: Decodable {
        let leafIdx: UInt64
        let treeSize: UInt64
        let root: Data?
        let leafHash: Data?
        let proof: [Data]?
        let wantErr: Bool
        let file: String
    }

    struct ConsistencyProbe: Decodable {
        let size1: UInt64
        let size2: UInt64
        let root1: Data?
        let root2: Data?
        let proof: [Data]?
        let wantErr: Bool
        let file: String
    }

    static func vectors<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T {
        let url = Bundle.module.bundleURL.appendingPathComponent("Vectors/\(name)")
        return try JSONDecoder().decode(T.self, from: Data(contentsOf: url))
    }

    /// Some probes have words for roots, of which only matters whether they are the same.
    private static func root(_ data: Data) -> Hash {
        Hash(bytes: Array(data)) ?? Hash.sha256(Array(data))
    }

    static func trees() throws -> (trees: Trees, leaves: [Hash]) {
        let trees: Trees = try vectors("rfc6962-trees.json")
        return (trees, trees.leafInputs.compactMap { Hex.bytes($0) }.map(Merkle.leaf))
    }

    @Test func `Leaves and nodes hash as RFC 6962 says`() throws {
        let hashes = try Self.trees().trees.hashes
        #expect(Merkle.emptyRoot.hex == hashes["empty"])
        #expect(Merkle.leaf([]).hex == hashes["emptyLeaf"])
        #expect(Merkle.leaf(Array("L123456".utf8)).hex == hashes["leafL123456"])
        // The published node is over two short texts, which no node of ours is.
        #expect(Hash.sha256([1] + Array("N123N456".utf8)).hex == hashes["nodeN123N456"])
        let (left, right) = (Hash.sha256([1]), Hash.sha256([2]))
        #expect(Merkle.node(left, right) == Hash.sha256([1] + left.bytes + right.bytes))
    }

    @Test func `Every root of the published trees is found by list, edge and tree alike`() throws {
        let (trees, leaves) = try Self.trees()
        #expect(leaves.count == 8)
        var edge = MerkleEdge()
        let tree = MerkleTree(leaves)
        for size in 0...leaves.count {
            #expect(edge.root.hex == trees.roots[size])
            #expect(Merkle.root(of: leaves[..<size]).hex == trees.roots[size])
            #expect(tree.root(size: size)?.hex == trees.roots[size])
            if size < leaves.count { #expect(edge.append(leaves[size]).hex == trees.roots[size + 1]) }
        }
    }

    @Test func `Every published inclusion proof is judged as published`() throws {
        let probes: [InclusionProbe] = try Self.vectors("rfc6962-inclusion.json")
        #expect(probes.count == 98)
        for probe in probes {
            let hashes = (probe.proof ?? []).map { Hash(bytes: Array($0)) }
            var holds = false
            if let index = Int(exactly: probe.leafIdx), let size = Int(exactly: probe.treeSize),
                let leaf = probe.leafHash.flatMap({ Hash(bytes: Array($0)) }),
                let root = probe.root.flatMap({ Hash(bytes: Array($0)) }),
                !hashes.contains(nil)
            {
                holds = Merkle.verifyInclusion(
                    leaf: leaf, index: index, size: size, proof: hashes.compactMap { $0 }, root: root)
            }
            #expect(holds == !probe.wantErr, "\(probe.file)")
        }
    }

    @Test func `Every published consistency proof is judged as published`() throws {
        let probes: [ConsistencyProbe] = try Self.vectors("rfc6962-consistency.json")
        #expect(probes.count == 98)
        for probe in probes {
            let hashes = (probe.proof ?? []).map { Hash(bytes: Array($0)) }
            var holds = false
            if let old = Int(exactly: probe.size1), let size = Int(exactly: probe.size2),
                let oldRoot = probe.root1.map(Self.root), let root = probe.root2.map(Self.root),
                !hashes.contains(nil)
            {
                holds = Merkle.verifyConsistency(
                    oldSize: old, oldRoot: oldRoot, size: size, root: root, proof: hashes.compactMap { $0 })
            }
            #expect(holds == !probe.wantErr, "\(probe.file)")
        }
    }

    @Test func `Our proofs are the published ones`() throws {
        let leaves = try Self.trees().leaves
        let tree = MerkleTree(leaves)
        for probe in try Self.vectors("rfc6962-inclusion.json", as: [InclusionProbe].self)
        where !probe.wantErr && probe.file.hasSuffix("happy-path.json") {
            let proof = tree.inclusionProof(index: Int(probe.leafIdx), size: Int(probe.treeSize))
            #expect(proof?.map(\.bytes) == (probe.proof ?? []).map { Array($0) }, "\(probe.file)")
        }
        for probe in try Self.vectors("rfc6962-consistency.json", as: [ConsistencyProbe].self)
        where !probe.wantErr && probe.file.hasSuffix("happy-path.json") {
            let proof = tree.consistencyProof(oldSize: Int(probe.size1), size: Int(probe.size2))
            #expect(proof?.map(\.bytes) == (probe.proof ?? []).map { Array($0) }, "\(probe.file)")
        }
    }

    @Test func `Every proof in every tree up to 70 leaves holds, and no other does`() throws {
        let leaves = (0..<70).map { Merkle.leaf([UInt8($0)]) }
        let tree = MerkleTree(leaves)
        for size in 1...leaves.count {
            let root = try #require(tree.root(size: size))
            #expect(root == Merkle.root(of: leaves[..<size]))
            for index in 0..<size {
                let proof = try #require(tree.inclusionProof(index: index, size: size))
                #expect(
                    Merkle.verifyInclusion(
                        leaf: leaves[index], index: index, size: size, proof: proof, root: root))
                #expect(
                    !Merkle.verifyInclusion(
                        leaf: leaves[(index + 1) % 70], index: index, size: size, proof: proof, root: root))
            }
            for old in 1...size {
                let oldRoot = try #require(tree.root(size: old))
                let proof = try #require(tree.consistencyProof(oldSize: old, size: size))
                #expect(
                    Merkle.verifyConsistency(
                        oldSize: old, oldRoot: oldRoot, size: size, root: root, proof: proof))
                if size > 1 {
                    #expect(
                        !Merkle.verifyConsistency(
                            oldSize: old, oldRoot: leaves[69], size: size, root: root, proof: proof))
                }
            }
        }
        #expect(tree.inclusionProof(index: 70, size: 70) == nil)
        #expect(tree.inclusionProof(index: 0, size: 71) == nil)
        #expect(tree.consistencyProof(oldSize: 2, size: 1) == nil)
        #expect(tree.consistencyProof(oldSize: 0, size: 1) == nil)
        #expect(tree.root(size: -1) == nil)
    }

    @Test func `An edge is its size and as many hashes as the size has bits`() {
        #expect(MerkleEdge(size: 5, nodes: [Merkle.emptyRoot]) == nil)
        #expect(MerkleEdge(size: -1, nodes: []) == nil)
        let edge = Sample.edge(Sample.entries(13))
        #expect(MerkleEdge(size: edge.size, nodes: edge.nodes) == edge)
        #expect(edge.nodes.count == 3)
    }
}
