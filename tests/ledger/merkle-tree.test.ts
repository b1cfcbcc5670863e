import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growingRoot } from '#lib/ledger/growing-root'
import { hashLeaf } from '#lib/ledger/leaf'
import { consistencyProof, hashesOf, inclusionProof, rangeHash, rootHash } from '#lib/ledger/merkle-tree'
import { isConsistent, rootFromInclusion } from '#lib/ledger/verify-proof'
import { naivePath, naiveProof, naiveRoot, numberedLeaf } from './naive-tree'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

// The reference entries of the Certificate Transparency project (merkle_tree_test of RFC 6962) and the roots it published.
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => hashLeaf(Buffer.from(text, 'hex')))
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the roots of the reference trees of RFC 6962 come out', () => {
  for (const [size, root] of roots.entries()) expect(hex(rootHash(hashesOf(entries), size))).toBe(root)
})

test('the reference proofs of RFC 6962 come out', () => {
  const source = hashesOf(entries)
  expect(inclusionProof(source, 0, 8).map(hex)).toEqual([
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ])
  expect(consistencyProof(source, 6, 8).map(hex)).toEqual([
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
})

test('all sizes up to 300 agree with a naive recomputation, and proofs of their leaves lead to the root', () => {
  const leaves: Uint8Array[] = []
  const growing = growingRoot()
  for (let size = 1; size <= 300; size++) {
    leaves.push(numberedLeaf(size))
    growing.append(leaves.at(-1)!)
    const root = hex(naiveRoot(leaves))
    expect(hex(rootHash(hashesOf(leaves), size))).toBe(root)
    expect([growing.size(), hex(growing.root())]).toEqual([size, root])
    const some = size <= 40 ? leaves.keys() : [0, size - 1, Math.floor(size / 3), (size * 31 + 5) % size]
    for (const index of some) {
      const proof = inclusionProof(hashesOf(leaves), index, size)
      expect(hex(rootFromInclusion(leaves[index]!, index, size, proof)!)).toBe(root)
      if (index % 9 === 0) expect(proof.map(hex)).toEqual(naivePath(index, leaves).map(hex))
    }
  }
})

const sizes = fc
  .integer({ min: 1, max: 700 })
  .chain((size) => fc.record({ size: fc.constant(size), earlier: fc.integer({ min: 1, max: size }) }))
const all = Array.from({ length: 700 }, (_, number) => numberedLeaf(number))
const rootOf = (size: number): [number, Uint8Array] => [size, rootHash(hashesOf(all), size)]

test('any two sizes of one log are consistent, and another beginning or another end is not', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), ({ size, earlier }, at) => {
      const proof = consistencyProof(hashesOf(all), earlier, size)
      expect(proof.map(hex)).toEqual(naiveProof(earlier, all.slice(0, size)).map(hex))
      expect(isConsistent(rootOf(earlier), rootOf(size), proof)).toBe(true)
      const forged = all.map((leaf, number) => (number === at % earlier ? numberedLeaf(-1) : leaf))
      const other: [number, Uint8Array] = [earlier, rootHash(hashesOf(forged), earlier)]
      expect(isConsistent(other, rootOf(size), proof)).toBe(false)
      expect(isConsistent(rootOf(earlier), [size, rootHash(hashesOf(forged), size)], proof)).toBe(false)
      if (size > earlier) {
        expect(isConsistent(rootOf(earlier), rootOf(size), proof.slice(1))).toBe(false)
        expect(isConsistent(rootOf(earlier), rootOf(size), [...proof, numberedLeaf(0)])).toBe(false)
      }
    }),
  )
})

test('a proof holds for no other leaf, place or size', () => {
  fc.assert(
    fc.property(sizes, ({ size, earlier }) => {
      const index = earlier - 1
      const proof = inclusionProof(hashesOf(all), index, size)
      const root = hex(rootHash(hashesOf(all), size))
      const leads = (leaf: Uint8Array, at: number, of: number, path = proof) => {
        const found = rootFromInclusion(leaf, at, of, path)
        return found !== null && hex(found) === root
      }
      expect(leads(all[index]!, index, size)).toBe(true)
      expect(leads(numberedLeaf(-1), index, size)).toBe(false)
      expect(leads(all[index]!, index, size, [...proof, numberedLeaf(0)])).toBe(false)
      if (size > 1) {
        expect(leads(all[index]!, (index + 1) % size, size)).toBe(false)
        expect(leads(all[index]!, index, size, proof.slice(1))).toBe(false)
      }
    }),
  )
})

test('hashes kept of whole ranges give the same roots and proofs as the leaves', () => {
  const many = Array.from({ length: 1500 }, (_, number) => numberedLeaf(number))
  let keptUsed = 0
  const kept = {
    hash: (level: number, index: number) => {
      if (level === 0) return many[index]
      keptUsed++
      return level === 1 ? rangeHash(hashesOf(many), index * 256, (index + 1) * 256) : undefined
    },
  }
  expect(hex(rootHash(kept, 1500))).toBe(hex(naiveRoot(many)))
  expect(inclusionProof(kept, 700, 1500).map(hex)).toEqual(naivePath(700, many).map(hex))
  expect(keptUsed).toBeGreaterThan(0)
})

test('what is not in a tree has no proof', () => {
  expect(() => inclusionProof(hashesOf(all), 5, 5)).toThrow(RangeError)
  expect(() => consistencyProof(hashesOf(all), 0, 5)).toThrow(RangeError)
  expect(() => rootHash(hashesOf([]), 2)).toThrow('the tree has no leaf 0')
  expect(rootFromInclusion(all[0]!, 3, 3, [])).toBeNull()
  expect(isConsistent([0, all[0]!], [5, all[1]!], [])).toBe(false)
})
