/** Every reason that the core words in English itself can be told in both languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '#shared/text/messages/en.data'
import { knownReasons } from '#shared/text/messages/reasons.data'
import { zhCN } from '#shared/text/messages/zhCN.data'

const electron = resolve(import.meta.dirname, '../../electron')

const sources = readdirSync(electron, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))

/** The texts that stand for a reason: directly after the key or the colon of a choice, or given to what makes the failure. */
const given = /(?:\breason: |\brefused\(|\bmessage: |\bcorrupt\([^'`]*?, |\breason: [^,}]* : )(?:'([^']+)'|`([^`]+)`)/g
/** A call of the log has a message too, and so has an error that is a bug. */
const isFailure = (line: string): boolean => /AppError|\brefused\(|\bcorrupt\(|kind: 'unreadable'/.test(line)

const reasons = new Set(sources.flatMap((path) => readFileSync(join(electron, path), 'utf8').split('\n').filter(isFailure).flatMap((line) =>
  [...line.matchAll(given)].map(([, plain, filled]) => plain ?? (filled ?? '').replaceAll(/\$\{[^}]+\}/g, '7')))))

describe('reasons of failures', () => {
  it('are found in the sources', () => {
    expect(reasons).toContain('not a file')
    expect(reasons).toContain('not JSON')
    expect(reasons).toContain('holds record 7')
    expect(reasons).toContain('inside the library')
  })

  it('are all told in both languages', () => {
    const isTold = (reason: string): boolean => Object.hasOwn(zhCN.systemReasons, reason) || knownReasons.some((known) => known.reason.test(reason))
    expect([...reasons].filter((reason) => !isTold(reason))).toEqual([])
  })

  it('of the system have a sentence in one language if they have one in the other', () => {
    expect(Object.keys(en.systemReasons).sort()).toEqual(Object.keys(zhCN.systemReasons).sort())
  })
})
