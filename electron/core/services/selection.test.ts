import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { openTestSession } from '../../../tests/support/testSession'
import { makeLibraryFolder } from '../store/libraryFolder'
import { createSelect, type FindIds } from './selection'
import type { Session } from './session'

let root: string
let session: Session

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'liangfang-selection-')), '库')
  await makeLibraryFolder(root, {
    format: 1, id: newId(), name: '库', language: 'zh-CN', unit: { name: '', code: 'YW1' }, createdAt: '2026-11-24T06:00:00.000Z',
    vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: {},
  })
  session = await openTestSession(root, { device: newId(), now: Date.now, write: true })
})
afterEach(async () => {
  await session.close()
  await rm(join(root, '..'), { recursive: true, force: true })
})

describe('what a selection stands for', () => {
  const [first, second, third] = [newId(), newId(), newId()]

  it('is each id that was given, once', async () => {
    const select = createSelect(async () => Promise.reject(new Error('nothing is searched for')))
    expect(await select(session, { ids: [second, first, second] })).toEqual([second, first])
  })

  it('is what a search finds, best first, but those left out', async () => {
    const asked: Parameters<FindIds>[0][] = []
    const select = createSelect(async (request) => {
      asked.push(request)
      return Promise.resolve({ ids: [third, first, second] })
    })
    const search = { text: '接地线', filters: { type: ['case'] } }
    expect(await select(session, { search, except: [first] })).toEqual([third, second])
    expect(asked).toEqual([search])
  })
})
