/** Another program edits, replaces or deletes a record's file while it is saved: at every step of the save in turn, and at random. */
import { spawn } from 'node:child_process'
import { readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { isAppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { RecordFile } from '#shared/model/record'
import { libraryPaths } from '#core/store/folders'
import { createJournal } from '#core/store/journal'
import { createRecordStore, type RecordStore } from '#core/store/recordStore'
import { sittingGapMs } from '#core/store/revisions'
import { recordContent } from '../support/records'
import { faults } from './faultyFs'

vi.mock('node:fs/promises', async (importOriginal) => {
  const { withFaultsIn } = await import('./faultyFs')
  return withFaultsIn(await importOriginal<typeof fsPromises>())
})

const by = { name: '张工', unit: '运维一班' }
let root: string
let now: number

beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'liangfang-outside-')) })
afterEach(async () => {
  faults.disarm()
  await rm(root, { recursive: true, force: true })
})

const newStore = (): RecordStore => {
  rmSync(root, { recursive: true, force: true })
  now = Date.parse('2026-11-24T06:00:00.000Z')
  const device = newId()
  const paths = libraryPaths(root)
  return createRecordStore(paths, createJournal(paths, device, () => now), device, () => now)
}

const edited = (path: string): string => {
  const file = RecordFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  return JSON.stringify({ ...file, content: { ...file.content, title: '外面改的' } })
}

const editInPlace = (path: string): void => { writeFileSync(path, edited(path)) }

const replace = (path: string): void => {
  writeFileSync(`${path}.theirs`, edited(path))
  renameSync(`${path}.theirs`, path)
}

/** A program of its own that changes the title again and again, now in place, now by a new file. */
const editor = `
  const fs = require('node:fs')
  const path = process.argv[1]
  let count = 0
  const edit = () => {
    try {
      const file = JSON.parse(fs.readFileSync(path, 'utf8'))
      file.content.title = 'outside ' + (count += 1)
      if (count % 2) fs.writeFileSync(path, JSON.stringify(file))
      else { fs.writeFileSync(path + '.theirs', JSON.stringify(file)); fs.renameSync(path + '.theirs', path) }
    } catch {}
    setTimeout(edit, Math.random() * 6)
  }
  edit()
`

/** Titles that a record shows or has in history. */
const titlesOf = async (store: RecordStore, id: string): Promise<string[]> => {
  const earlier = await Promise.all((await store.history(id)).map(async (revisionId) => (await store.readRevision(id, revisionId)).content.title))
  const head = await store.read(id).then(({ content }) => [content.title], () => [])
  return [...head, ...earlier]
}

interface Outcome { at: number; answer: string; titles: string[] }

/** What came of it before each call of a save in turn. */
const outcomesOf = async (doing: (path: string) => void, laterMs: number): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for (let at = 1; ; at += 1) {
    const store = newStore()
    const { id, revision } = await store.create(newId(), recordContent({ title: '甲' }), by)
    now += laterMs
    faults.armOutside(at, () => { doing(libraryPaths(root).record(id)) })
    const saving = store.save(id, revision.id, (content) => ({ ...content, title: '我的' }), by)
    const answer = await saving.then(() => 'saved', (error: unknown) => (isAppError(error) ? error.code : String(error)))
    if (!faults.disarm()) return outcomes
    outcomes.push({ at, answer, titles: await titlesOf(store, id) })
  }
}

describe.each([['within the sitting', 1000], ['that begins a revision', sittingGapMs]])('a save %s', (_what, laterMs) => {
  it.each([['edited in place', editInPlace], ['replaced', replace]])('does not write over a file that was %s meanwhile, but for the moment of its rename', async (_how, doing) => {
    const outcomes = await outcomesOf(doing, laterMs)
    for (const { answer, titles } of outcomes) {
      expect(['saved', 'conflict']).toContain(answer)
      if (answer === 'saved' && !titles.includes('外面改的')) expect(titles).toContain('我的')
    }
    // Two calls follow the rename: those that sync its folder.
    expect(outcomes.filter(({ titles }) => !titles.includes('外面改的')).map(({ at }) => at)).toEqual([outcomes.length - 2])
  })

  it('does not bring back a file that was deleted meanwhile, but for the moment of its rename', async () => {
    const outcomes = await outcomesOf(unlinkSync, laterMs)
    for (const { answer, titles } of outcomes.slice(0, -3)) expect([answer, titles.includes('我的')]).toEqual(['not_found', false])
  })
})

describe('saves beside a program that edits the same files', () => {
  it('go on: each is answered for or refused for a reason, and what is left is whole', async () => {
    const store = newStore()
    const { id, revision } = await store.create(newId(), recordContent({ title: '甲' }), by)
    const path = libraryPaths(root).record(id)
    const program = spawn(process.execPath, ['-e', editor, path], { stdio: 'ignore' })
    const answers = new Set<string>()
    let base = revision.id
    try {
      for (let count = 0; count < 300; count += 1) {
        const title = `我的 ${count}`
        const answer = await store.save(id, base, (content) => ({ ...content, title }), by).then((record) => {
          base = record.revision.id
          return 'saved'
        }, (error: unknown) => (isAppError(error) ? error.code : String(error)))
        answers.add(answer)
        base = await store.read(id).then((record) => record.revision.id, () => base)
      }
    } finally {
      program.kill('SIGKILL')
    }
    // A file that is edited in place is cut off for a moment, and then can't be read.
    expect([...answers].filter((answer) => !['saved', 'conflict', 'store_corrupt'].includes(answer))).toEqual([])
    expect(answers).toContain('saved')
    for (const revisionId of await store.history(id)) expect((await store.readRevision(id, revisionId)).id).toBe(id)
  })
})
