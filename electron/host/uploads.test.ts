import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import { uploadSegments } from './uploadName'
import { uploadResponse } from './uploadResponse'
import { createUploads } from './uploads'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-uploads-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* bodyOf(...chunks: (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve()
    if (chunk instanceof Error) throw chunk
    yield Buffer.from(chunk)
  }
}

const batch = '0b0e7a4e-6c0b-4b7e-9f43-3c2f0e1c7a55'

describe('uploads', () => {
  it('refuse a file that is too large and keep nothing of it', async () => {
    const uploads = await createUploads(folder, 10)
    const error: unknown = await uploads.receive({ name: 'a.docx', batch, body: bodyOf('123456', '7890X') }).catch((thrown: unknown) => thrown)
    expect(toFailure(error)).toMatchObject({ code: 'file_unreadable', data: { path: 'a.docx' } })
    expect(await readdir(join(folder, batch))).toEqual([])
    await expect(uploads.receive({ name: 'a.docx', batch, body: bodyOf('1234567890') })).resolves.toBeDefined()
  })

  it('answer a file that is too large with a failure of the contract', async () => {
    const request = new Request('http://127.0.0.1/uploads?name=a.docx', { method: 'POST', body: '1234567890X' })
    const response = await uploadResponse(request, await createUploads(folder, 10))
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'file_unreadable', data: { path: 'a.docx' } })
  })

  it('keep nothing of a file that breaks off', async () => {
    const uploads = await createUploads(folder)
    await expect(uploads.receive({ name: 'a.docx', batch, body: bodyOf('12', new Error('aborted')) })).rejects.toThrow('file_unreadable')
    expect(await readdir(join(folder, batch))).toEqual([])
  })

  it('remove what a crashed host left, after a day', async () => {
    await mkdir(join(folder, 'old'))
    await mkdir(join(folder, 'new'))
    const yesterday = Date.now() / 1000 - 25 * 60 * 60
    await utimes(join(folder, 'old'), yesterday, yesterday)
    await createUploads(folder)
    expect(await readdir(folder)).toEqual(['new'])
  })

  it.skipIf(process.platform === 'win32')('are private to their user', async () => {
    await createUploads(join(folder, 'uploads'))
    expect((await stat(join(folder, 'uploads'))).mode & 0o777).toBe(0o700)
  })
})

describe('the name of an upload', () => {
  it('keeps what every file system takes', () => {
    expect(uploadSegments('案例/2024年 变压器(1).docx')).toEqual(['案例', '2024年 变压器(1).docx'])
  })

  it('never leaves its folder, whatever the browser sends', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      const segments = uploadSegments(name)
      expect(segments.length).toBeGreaterThan(0)
      for (const segment of segments) {
        expect(segment).not.toMatch(/^\.{0,2}$|[/\\\p{Cc}]|[. ]$/u)
        expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(201)
      }
      expect(join('/top', ...segments).startsWith(`${sep}top${sep}`) || process.platform === 'win32').toBe(true)
    }))
  })
})
