import { describe, expect, it } from 'vitest'
import type { MergeDecision } from '#shared/contract/packageMerge'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import type { RecordContent } from '#shared/model/record'
import { threeWayParts } from '#shared/model/threeWay/contents'
import { recordContent } from '../../../../../tests/support/records'
import { asMerge, mergedOf, pickOf } from './decided'
import { partGroups } from './partGroups'

const line = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })
const head = newSection('measures', '主要做法', [])
const saying = (text: string, content: Partial<RecordContent>): RecordContent =>
  recordContent({ origin: { libraryId: '01a22b7c-0c41-7414-904c-ca517e0deb80', unit: '' }, body: { version: 1, preamble: [], sections: [{ ...head, blocks: [line('a', text)] }] }, ...content })
const sides = { base: saying('报号', { summary: '旧' }), mine: saying('逐根报号', { summary: '本库' }), theirs: saying('双人报号', { summary: '包内', place: '西山' }) }
const parts = threeWayParts(sides.base, sides.mine, sides.theirs)

describe('the parts of a merge', () => {
  it('stand under what the record says of itself, and under their sections', () => {
    expect(partGroups(parts).map(({ of, title, parts: own }) => [of, title, own.map(({ key }) => key)])).toEqual([
      ['fields', '', ['summary', 'place']], ['section', '主要做法', ['body.block:a']],
    ])
  })

  it('are what comes of the choices, by hand where that says something', () => {
    const decision: MergeDecision = { choice: 'hand', picks: { 'body.block:a': 'both' }, content: { summary: '一起写的' } }
    expect(mergedOf(sides, decision)).toMatchObject({ summary: '一起写的', place: '西山' })
    expect(mergedOf(sides, decision).body?.sections[0]?.blocks).toHaveLength(2)
    expect(mergedOf(sides, undefined)).toMatchObject({ summary: '本库', place: '西山' })
    expect(mergedOf(sides, { choice: 'keep' })).toBe(sides.mine)
    expect(mergedOf(sides, { choice: 'copy' })).toBe(sides.theirs)
  })

  it('are all of one side where the record is taken whole, and can then be changed one by one', () => {
    expect(parts.map((part) => pickOf(part, { choice: 'take' }))).toEqual(['theirs', 'theirs', 'theirs'])
    expect(parts.map((part) => pickOf(part, undefined))).toEqual([undefined, 'theirs', undefined])
    expect(asMerge(parts, { choice: 'keep' })).toEqual({ choice: 'merge', picks: { summary: 'mine', place: 'mine', 'body.block:a': 'mine' } })
  })
})
