import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFailures } from '#shared/contract/imports'
import { checkBody } from '../../../../../tests/fixtures/docx/readBuilt'
import { ReadFailure } from '../readDocument'
import { readDocx } from './readDocx'

/** Real files, many odd or damaged on purpose; not part of the repository. */
const folder = join(import.meta.dirname, '../../../../../../shared/data/office')
const files = existsSync(folder) ? readdirSync(folder) : []

/** What POI made or kept to see it refused: fuzzed, crashing, cut short, or with two parts of one name. */
const damagedOnPurpose = /^poi-(clusterfuzz|crash|truncated|duplicate-filename)/

describe.skipIf(files.length === 0)('real office files', () => {
  it('all give a document or a clear failure', async () => {
    const outcomes = new Map<string, string[]>()
    for (const file of files) {
      const outcome = await readDocx(join(folder, file), 'case').then(({ body }) => { checkBody(body); return 'read' }, (error: unknown) => {
        if (!(error instanceof ReadFailure)) throw error
        return error.failure.code
      })
      outcomes.set(outcome, [...outcomes.get(outcome) ?? [], file])
    }
    expect([...outcomes.keys()].filter((outcome) => outcome !== 'read' && !importFailures.some((code) => code === outcome))).toEqual([])
    expect(outcomes.get('read')?.filter((file) => !/\.(docx|docm|dotx)$/.test(file))).toEqual([])
    expect(outcomes.get('encrypted')).toContain('poi-protected_agile.docx')
    expect(outcomes.get('damaged')?.filter((file) => !damagedOnPurpose.test(file))).toEqual([])
  }, 120_000)
})
