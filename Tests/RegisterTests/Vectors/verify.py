#!/usr/bin/env python3
"""Verifies an exported register: verify.py EXPORT.jsonl [PROOFS.json]. Standard library only.

Says "holds SIZE ROOT" and exits 0, or what doesn't match and exits 1. PROOFS holds lists "inclusion" and
"consistency" (RFC 6962, hashes in hex), and may hold "checkpoint" (a signed note) and "key" (its verifier key).
"""
import base64
import hashlib
import json
import struct
import sys


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def field(value):
    if isinstance(value, int):
        value = struct.pack(">Q", value)
    elif isinstance(value, str):
        value = value.encode()
    return struct.pack(">I", len(value)) + value


def leaf_of(line):
    if "digest" in line:
        digest = bytes.fromhex(line["digest"])
    else:
        content = [line[key] for key in ("id", "actor", "kind", "version", "body")]
        digest = sha(*map(field, [bytes.fromhex(line["salt"])] + content))
    header = [line[key] for key in ("conference", "sequence", "recorded_at")]
    return sha(b"\0", *map(field, header + [digest]))


def tree(leaves, cache={}):
    """RFC 6962, 2.1: the hash of a list of leaves."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha()
    key = (len(leaves), leaves[0], leaves[-1])
    if key not in cache:
        split = 1 << (len(leaves) - 1).bit_length() - 1
        cache[key] = sha(b"\1", tree(leaves[:split]), tree(leaves[split:]))
    return cache[key]


def inclusion_root(index, size, leaf, proof):
    """The root that an audit path leads to, from the top down (RFC 6962, 2.1.1)."""
    if size == 1:
        assert not proof, "the audit path is too long"
        return leaf
    assert proof, "the audit path is too short"
    split = 1 << (size - 1).bit_length() - 1
    if index < split:
        return sha(b"\1", inclusion_root(index, split, leaf, proof[:-1]), proof[-1])
    return sha(b"\1", proof[-1], inclusion_root(index - split, size - split, leaf, proof[:-1]))


def consistency_roots(old, size, proof, known, whole=True):
    """The old and the new root that a consistency proof leads to (RFC 6962, 2.1.2)."""
    if old == size:
        if not whole:
            known, proof = proof[0], proof[1:]
        assert not proof, "the consistency proof is too long"
        return known, known
    split = 1 << (size - 1).bit_length() - 1
    if old <= split:
        before, after = consistency_roots(old, split, proof[:-1], known, whole)
        return before, sha(b"\1", after, proof[-1])
    before, after = consistency_roots(old - split, size - split, proof[:-1], known, False)
    return sha(b"\1", proof[-1], before), sha(b"\1", proof[-1], after)


P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    (x, y), (u, v) = a, b
    k = D * x * u * y * v
    return ((x * v + y * u) * pow(1 + k, P - 2, P) % P, (y * v + x * u) * pow(1 - k, P - 2, P) % P)


def times(n, point):
    result = (0, 1)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def point(text):
    y = int.from_bytes(text, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    assert (x * x - square) % P == 0, "not a point of the curve"
    return (P - x if x & 1 != sign else x, y)


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, signature, message):
    """RFC 8032, 5.1.7."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % ORDER
    return s < ORDER and times(s, BASE) == add(point(r), times(k, point(key)))


def check_checkpoint(note, verifier, roots):
    name, key_hash, key = verifier.strip().split("+", 2)
    key = base64.b64decode(key)
    assert key[0] == 1 and sha(name.encode(), b"\n", key)[:4].hex() == key_hash, "the key isn't one"
    text, signatures = note.split("\n\n")
    dash, signer, signature = signatures.strip().split(" ")
    signature = base64.b64decode(signature)
    assert (dash, signer, signature[:4].hex()) == ("—", name, key_hash), "signed by another"
    assert signed(key[1:], signature[4:], text.encode() + b"\n"), "the signature doesn't hold"
    origin, size, root = text.split("\n")
    assert origin == name and base64.b64decode(root) == roots[int(size)], "the register says otherwise"


def main(export, proofs=None):
    leaves, last, roots = [], "", [tree([])]
    with open(export, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            where = f"act {len(leaves) + 1}"
            assert line["sequence"] == len(leaves) + 1, f"{where}: its place"
            assert line["recorded_at"] >= last, f"{where}: its time"
            assert leaf_of(line).hex() == line["leaf"], f"{where}: its leaf"
            leaves.append(bytes.fromhex(line["leaf"]))
            last = line["recorded_at"]
            roots.append(tree(leaves))
            assert roots[-1].hex() == line["root"], f"{where}: its root"
    if proofs:
        with open(proofs, encoding="utf-8") as file:
            proofs = json.load(file)
        for one in proofs["inclusion"]:
            path = list(map(bytes.fromhex, one["proof"]))
            found = inclusion_root(one["index"], one["size"], leaves[one["index"]], path)
            assert found == roots[one["size"]], f"inclusion of {one['index']} in {one['size']}"
        for one in proofs["consistency"]:
            path = list(map(bytes.fromhex, one["proof"]))
            found = consistency_roots(one["old"], one["size"], path, roots[one["old"]])
            assert found == (roots[one["old"]], roots[one["size"]]), f"{one['old']} in {one['size']}"
        if "checkpoint" in proofs:
            check_checkpoint(proofs["checkpoint"], proofs["key"], roots)
    print("holds", len(leaves), roots[-1].hex())


try:
    main(*sys.argv[1:])
except AssertionError as error:
    print(error)
    sys.exit(1)
