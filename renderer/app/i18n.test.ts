import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lives, type Life } from '#shared/model/life/lives.data'
import { readResources } from './i18n'

const Namespaces = z.record(z.string(), z.unknown())

/** Plural forms differ between languages: `files_one` and `files_other` stand for the one key `files`. */
const keysOf = (texts: unknown, prefix = ''): string[] => {
  const parsed = Namespaces.safeParse(texts)
  if (!parsed.success) return [prefix.replace(/_(one|other|zero)$/, '')]
  return Object.entries(parsed.data).flatMap(([key, value]) => keysOf(value, prefix ? `${prefix}.${key}` : key))
}

const resources = Namespaces.parse(readResources())
const chinese = Namespaces.parse(resources['zh-CN'])
const english = Namespaces.parse(resources.en)

describe('texts of the screen', () => {
  it('come in the same namespaces in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
  })

  it.each(Object.keys(chinese))('have the same keys in both languages: %s', (namespace) => {
    expect([...new Set(keysOf(english[namespace]))].sort()).toEqual([...new Set(keysOf(chinese[namespace]))].sort())
  })

  it('name every stage, move and gate of every life', () => {
    const known = new Set([...keysOf(chinese.record), ...keysOf(chinese.common)])
    const asked = Object.values<Life>(lives).flatMap(({ stages, moves }) => [
      ...stages.map((stage) => `stage.${stage}`),
      // What has a procedure of its own has words of its own; only the history names it.
      ...moves.flatMap(({ key, reason, gate, isOwn }) => [
        `life.step.${key}`, ...(isOwn ? [] : [`life.move.${key}`, `life.done.${key}`]), ...(reason ? [`life.reason.example.${key}`] : []), ...(gate ? [`life.lacks.${key}`, `life.holds.${key}`] : []),
        ...(gate ?? []).flatMap((condition) => [`life.condition.${condition}`, `life.met.${condition}`, `life.missing.${condition}`]),
      ]),
    ])
    expect(asked.filter((key) => !known.has(key))).toEqual([])
  })
})
