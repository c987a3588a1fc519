import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSearchClient, SearchWorkerFell, type SearchClient } from './searchClient'

const folder = mkdtempSync(join(tmpdir(), 'liangfang-client-'))
const workerPath = join(folder, 'worker.mjs')

/** Stands in for the search worker: answers `remove` by what its first id says, and each suggestion after as many milliseconds as its limit. */
beforeAll(() => {
  writeFileSync(workerPath, `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, request }) => {
      if (request.kind === 'suggest') setTimeout(() => { parentPort.postMessage({ id, answer: [request.text] }) }, request.limit)
      else switch (request.ids?.[0]) {
        case 'end': process.exit(3)
        case 'throw': setTimeout(() => { throw new Error('out of order') }); break
        case 'refuse': parentPort.postMessage({ id, threw: 'no such document' }); break
        case 'lie': parentPort.postMessage({ id, answer: 'done' }); break
        case 'silence': break
        default: parentPort.postMessage({ id, answer: null })
      }
    })`)
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

let client: SearchClient
let fallen: SearchWorkerFell[]
beforeEach(() => {
  fallen = []
  client = createSearchClient(workerPath, (error) => { fallen.push(error) })
})
afterEach(async () => client.close())

const remove = async (...ids: string[]) => client.ask('remove', { ids })

describe('the client of the search worker', () => {
  it('gives each question its own answer, whichever comes first', async () => {
    const answers = await Promise.all([['a', 30], ['b', 1], ['c', 10]].map(async ([text, limit]) => client.ask('suggest', { text: String(text), limit: Number(limit) })))
    expect(answers).toEqual([['a'], ['b'], ['c']])
  })

  it('tells what the worker threw, and asks it again', async () => {
    await expect(remove('refuse')).rejects.toThrow('search: no such document')
    await expect(remove('a')).resolves.toBeNull()
    expect(fallen).toEqual([])
  })

  it('takes no answer that is none', async () => { await expect(remove('lie')).rejects.toThrow('invalid_type') })

  it.each([['end', 'code 3'], ['throw', 'out of order']])('tells all who wait that the worker fell by %s, its owner once, and begins anew', async (how, why) => {
    const waiting = await Promise.allSettled([remove('silence'), remove(how), remove('silence')])
    expect(waiting.map((each) => each.status === 'rejected' && each.reason instanceof SearchWorkerFell)).toEqual([true, true, true])
    expect(fallen.map((error) => error.message)).toEqual([expect.stringContaining(why)])
    await expect(remove('a')).resolves.toBeNull()
    expect(fallen).toHaveLength(1)
  })

  it('tells who waits that it was closed, and whoever asks later, but of no fall', async () => {
    const waiting = expect(remove('silence')).rejects.toThrow(SearchWorkerFell)
    await client.close()
    await waiting
    await expect(remove('a')).rejects.toThrow('the search is closed')
    expect(fallen).toEqual([])
  })

  it('closes before it was asked anything', async () => { await expect(client.close()).resolves.toBeUndefined() })

  it('falls where there is no worker', async () => {
    const none = createSearchClient(join(folder, 'none.mjs'), (error) => { fallen.push(error) })
    await expect(none.ask('remove', { ids: [] })).rejects.toThrow(SearchWorkerFell)
    expect(fallen).toHaveLength(1)
    await none.close()
  })
})
