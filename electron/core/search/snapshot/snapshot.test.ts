import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idsFor, inputOf, titled } from '../../../../tests/support/search'
import { prepare } from '../index/prepare'
import { createSearchIndex, type HeldIndex } from '../index/searchIndex'
import { SnapshotDamaged } from './files'
import { writePart } from './partFiles'
import { Snapshot } from './snapshot'

const folder = mkdtempSync(join(tmpdir(), 'liangfang-snapshot-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

interface Opened { index: HeldIndex; snapshot: Snapshot }

let homes = 0
const newHome = (): string => join(folder, String(homes += 1))
const begin = (home: string): Opened => ({ index: createSearchIndex(), snapshot: new Snapshot(home) })
const open = (home: string): Opened => {
  const opened = begin(home)
  opened.snapshot.open(opened.index.documents)
  return opened
}

const queries = ['接地线', '"漏拆"', 'jdx', 'transfomer', '标签:安全', '早于:2026-02', '-母线 标签:带电']
const answersOf = ({ documents, search, ids }: HeldIndex) =>
  ({ count: documents.count(), found: queries.map((query) => search(inputOf(query), 9)), all: ids(inputOf('接 OR 母', { sort: 'uses' })) })

/** A snapshot of one part, of which a document was removed. */
const made = newHome()
let answers: ReturnType<typeof answersOf>
beforeAll(() => {
  const { index, snapshot } = begin(made)
  index.put([
    titled('a', '接地线漏拆', '监护人清点时发现少了一根 transformer', { labels: ['tag:安全', 'type:case'], date: 20260318, uses: 2 }),
    titled('b', '母线倒闸', '接地线', { labels: ['tag:带电', 'type:tool'], date: 20260118, uses: 1 }),
    titled('c', '要删除的接地线', '', { labels: ['tag:安全'] }),
  ])
  snapshot.save(index.documents)
  index.remove(['c'])
  snapshot.save(index.documents)
  answers = answersOf(index)
  index.documents.close()
})

const fileOf = (home: string, ending: string): string => join(home, readdirSync(home).find((name) => name.endsWith(ending)) ?? '')

describe('a snapshot', () => {
  it('answers as before when it is opened again', () => {
    const { index } = open(made)
    expect(answersOf(index)).toEqual(answers)
    index.documents.close()
  })

  /** Tries a snapshot of which one bit of a file is changed, many times. */
  const changeBits = (ending: string, numRuns: number, check: (home: string) => void): void => {
    const home = newHome()
    cpSync(made, home, { recursive: true })
    const path = fileOf(home, ending)
    const bytes = readFileSync(path)
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << bit)
      writeFileSync(path, damaged)
      check(home)
    }), { numRuns })
    writeFileSync(path, bytes)
    const { index } = open(home)
    expect(answersOf(index)).toEqual(answers)
    index.documents.close()
  }

  it.each([['.part', 60], ['.removed', 30], ['index.json', 60]])('with one bit of %s changed is none', (ending, numRuns) => {
    changeBits(ending, numRuns, (home) => { expect(() => open(home)).toThrow() })
  })

  it('with one bit of its lists changed is found out when they are checked', () => {
    changeBits('.lists', 40, (home) => {
      const { index } = open(home)
      expect(() => [...prepare(index.documents)]).toThrow(SnapshotDamaged)
      index.documents.close()
    })
  })

  it('with one bit of its texts changed answers as before, or says that it is damaged', () => {
    changeBits('.texts', 40, (home) => {
      const { index } = open(home)
      const answered = (() => { try { return answersOf(index) } catch (error) { return error } })()
      if (answered instanceof Error) expect(answered).toBeInstanceOf(SnapshotDamaged)
      else expect(answered).toEqual(answers)
      index.documents.close()
    })
  })

  it.each(['.part', '.lists', '.removed', 'index.json'])('with %s cut, longer or gone is none, and nothing of it is taken', (ending) => {
    const home = newHome()
    cpSync(made, home, { recursive: true })
    const path = fileOf(home, ending)
    const bytes = readFileSync(path)
    const expectNone = (): void => {
      const { index, snapshot } = begin(home)
      expect(() => { snapshot.open(index.documents) }).toThrow()
      expect(index.documents.count()).toBe(0)
    }
    for (const share of [0, 0.3, 0.6]) {
      writeFileSync(path, bytes)
      truncateSync(path, Math.floor(bytes.length * share))
      expectNone()
    }
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('more')]))
    expectNone()
    rmSync(path)
    expectNone()
  })

  it('of another version, of none, or without its texts is none', () => {
    const home = newHome()
    expect(() => open(home)).toThrow()
    cpSync(made, home, { recursive: true })
    const manifest = readFileSync(join(home, 'index.json'), 'utf8')
    writeFileSync(join(home, 'index.json'), manifest.replace('"version":', '"version":9'))
    expect(() => open(home)).toThrow()
    writeFileSync(join(home, 'index.json'), manifest)
    rmSync(fileOf(home, '.texts'))
    expect(() => open(home)).toThrow()
  })

  it('can be written in the place of one that is none', () => {
    const home = newHome()
    cpSync(made, home, { recursive: true })
    writeFileSync(fileOf(home, '.lists'), '')
    const { index, snapshot } = begin(home)
    expect(() => { snapshot.open(index.documents) }).toThrow()
    index.put([titled('z', '接地线')])
    snapshot.save(index.documents)
    index.documents.close()
    const again = open(home)
    expect(idsFor(again.index, '接地线')).toEqual(['z'])
    again.index.documents.close()
  })
})

describe('a snapshot that is saved', () => {
  it('says whether it is behind', () => {
    const { index, snapshot } = begin(newHome())
    const isBehind: boolean[] = []
    const note = (): unknown => isBehind.push(snapshot.isBehind(index.documents))
    note()
    index.put([titled('a', '接地线'), titled('b', '母线')])
    note()
    snapshot.save(index.documents)
    note()
    index.remove(['a'])
    note()
    snapshot.save(index.documents)
    note()
    index.remove(['b'])
    note()
    snapshot.save(index.documents)
    note()
    expect(isBehind).toEqual([false, true, false, true, false, true, false])
    index.documents.close()
  })

  it('leaves no files that it does not refer to', () => {
    const home = newHome()
    const { index, snapshot } = begin(home)
    for (const id of ['a', 'b', 'c']) {
      index.put([titled(id, '接地线'), titled('often', '母线')])
      snapshot.save(index.documents)
    }
    const named = readFileSync(join(home, 'index.json'), 'utf8')
    expect(readdirSync(home).filter((name) => name !== 'index.json' && !named.includes(name.replace(/\..*/, '')))).toEqual([])
    index.remove(['a', 'b', 'c', 'often'])
    snapshot.save(index.documents)
    expect(readdirSync(home)).toEqual(['index.json'])
  })

  it('takes away at an opening what was left over a day ago, not what another may be writing', () => {
    const home = newHome()
    cpSync(made, home, { recursive: true })
    const [old, young] = [join(home, 'old.part'), join(home, 'young.part')]
    for (const path of [old, young]) writeFileSync(path, '')
    utimesSync(old, new Date(Date.now() - 48 * 3_600_000), new Date(Date.now() - 48 * 3_600_000))
    open(home).index.documents.close()
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  })

  it('takes up parts that were written meanwhile, the later of two states of a document', () => {
    const home = newHome()
    const { index, snapshot } = begin(home)
    index.put([titled('a', '接地线'), titled('b', '母线', '', { updatedAt: 9 })])
    const stored = writePart(home, [titled('a', '刀闸', '', { updatedAt: 5 }), titled('b', '刀闸'), titled('c', '刀闸')])
    if (!stored) throw new Error('no part was written')
    snapshot.adopt(index.documents, stored)
    snapshot.save(index.documents)
    index.documents.close()
    const again = open(home)
    expect([idsFor(again.index, '刀闸').sort(), idsFor(again.index, '接地线'), idsFor(again.index, '母线')]).toEqual([['a', 'c'], [], ['b']])
    again.index.documents.close()
  })

  it('has parts merged once there are six small ones, or one is half empty', () => {
    const { index, snapshot } = begin(newHome())
    const save = (...ids: readonly string[]): void => {
      index.put(ids.map((id) => titled(id, '接地线')))
      snapshot.save(index.documents)
    }
    for (const id of ['a', 'b', 'c', 'd', 'e']) save(`${id}1`, `${id}2`, `${id}3`)
    expect(snapshot.mergeable(index.documents)).toBeNull()
    index.remove(['a1', 'a2'])
    expect(snapshot.mergeable(index.documents)?.find(({ documents, removed }) => documents === 3 && removed.includes(1))?.removed).toEqual(Uint8Array.of(1, 1, 0))
    index.remove(['a3'])
    snapshot.save(index.documents)
    expect(snapshot.mergeable(index.documents)).toBeNull()
    save('f1')
    save('g1')
    expect(snapshot.mergeable(index.documents)).toHaveLength(6)
    index.documents.close()
  })
})
