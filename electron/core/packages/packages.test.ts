import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, open, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { exampleParts, hashOf, listed, manifestOf, type TestPart } from '../../../tests/support/packages'
import { replaceFile } from '../store/durableFile'
import { openPackage, type OpenPackage } from './openPackage'
import { writePackage, type PackagePart } from './writePackage'

let folder: string
let target: string
const opened: OpenPackage[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-packages-'))
  target = join(folder, '资料 包.lfpkg')
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (each) => each.close()))
  await rm(folder, { recursive: true, force: true })
})

const { signal } = new AbortController()
const control = { signal, onPart: () => undefined, replaceFile }

const asParts = async (parts: readonly TestPart[]): Promise<PackagePart[]> => Promise.all(parts.map(async ({ path, data }) => {
  if (!path.startsWith('attachments/')) return { path, bytes: async () => Promise.resolve(data) }
  const file = join(folder, path.slice('attachments/'.length))
  await writeFile(file, data)
  return { file, ...listed({ path, data }) }
}))

const write = async (parts: readonly TestPart[]) => writePackage(target, await asParts(parts), manifestOf, control)

const openTarget = async (onProgress?: (done: number, total: number) => void): Promise<OpenPackage> => {
  const found = await openPackage(target, { signal, ...(onProgress ? { onProgress } : {}) })
  opened.push(found)
  return found
}

describe('a package', () => {
  it('gives every part back as it was, and says the hash and size of its file', async () => {
    const parts = exampleParts()
    const written = await write(parts)
    const found = await openTarget()
    expect(found.manifest).toEqual(manifestOf(parts.map(listed)))
    for (const { path, data } of parts) expect(await found.readPart(path)).toEqual(data)
    const bytes = await readFile(target)
    expect(written).toEqual({ sha256: hashOf(bytes), size: bytes.length })
    expect({ sha256: found.sha256, size: found.size }).toEqual(written)
  })

  it('ends in the digest of all that is before it', async () => {
    await write(exampleParts())
    const bytes = await readFile(target)
    expect(bytes.toString('latin1', bytes.length - 81)).toBe(`liangfang-sha256:${hashOf(bytes.subarray(0, -64))}`)
  })

  it('is the same to the byte when the same is packed again', async () => {
    const parts = exampleParts()
    const first = await write(parts)
    expect(await write(parts)).toEqual(first)
  })

  it('may hold nothing but its manifest', async () => {
    await write([])
    expect((await openTarget()).manifest.files).toEqual([])
  })

  it('round trips whatever its parts hold', async () => {
    const uuid = fc.constant(null).map(() => newId())
    const sha256 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.nat(300_000).map((length) => new Uint8Array(length).fill(length))).map((each) => Buffer.from(each))
    const json = (kind: string) => fc.tuple(uuid, sha256, bytes).map(([id, hash, data]) => ({ path: `${kind}/${id}/${hash}.json`, data }))
    const attachment = bytes.map((data) => ({ path: `attachments/${hashOf(data)}`, data }))
    const anyParts = fc.uniqueArray(fc.oneof(json('records'), json('editions'), attachment), { selector: ({ path }) => path, maxLength: 12 })
    await fc.assert(fc.asyncProperty(anyParts, async (parts) => {
      await write(parts)
      const found = await openPackage(target, { signal })
      try {
        for (const { path, data } of parts) expect(hashOf(await found.readPart(path))).toBe(hashOf(data))
        expect(found.manifest.files).toEqual(parts.map(listed))
      } finally {
        await found.close()
      }
    }), { numRuns: 40 })
  })

  it('can be read by any zip program', async () => {
    const parts = exampleParts()
    await write(parts)
    const script = 'import sys,zipfile,hashlib,json\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({n:hashlib.sha256(z.read(n)).hexdigest() for n in z.namelist() if n!="manifest.json"}))'
    const python = (() => { try { return execFileSync('python3', ['-c', script, target], { encoding: 'utf8' }) } catch { return undefined } })()
    if (python !== undefined) expect(JSON.parse(python)).toEqual(Object.fromEntries(parts.map((part) => [part.path, listed(part).sha256])))
  })
})

describe('writing', () => {
  it('asks for a part when the one before has been written, and reports each', async () => {
    const log: string[] = []
    const part = (letter: string): PackagePart => ({
      path: `records/${newId()}/${letter.repeat(64)}.json`, bytes: async () => { log.push(`asked ${letter}`); return Promise.resolve(Buffer.from('{}')) },
    })
    await writePackage(target, ['a', 'b', 'c'].map(part), manifestOf, { ...control, onPart: (path) => log.push(`done ${path.at(-6) ?? ''}`) })
    expect(log).toEqual(['asked a', 'done a', 'asked b', 'done b', 'asked c', 'done c'])
  })

  it.each(['before', 'between'])('leaves nothing when it is cancelled %s parts', async (when) => {
    const abort = new AbortController()
    if (when === 'before') abort.abort()
    const parts = (await asParts(exampleParts())).filter((part) => 'bytes' in part)
    const writing = writePackage(target, parts, manifestOf, { ...control, signal: abort.signal, onPart: () => { abort.abort() } })
    await expect(writing).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(await readdir(folder)).not.toContain('资料 包.lfpkg')
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('leaves the package that was there when an attachment is not what its hash says', async () => {
    const first = await write(exampleParts())
    const parts = await asParts(exampleParts())
    const file = parts.flatMap((part) => ('file' in part ? [part.file] : []))[0] ?? ''
    await writeFile(file, 'JPG')
    await expect(writePackage(target, parts, manifestOf, control)).rejects.toMatchObject({ code: 'store_corrupt', data: { path: file } })
    expect(hashOf(await readFile(target))).toBe(first.sha256)
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('names an attachment that is not there', async () => {
    const parts = await asParts(exampleParts())
    const file = parts.flatMap((part) => ('file' in part ? [part.file] : []))[0] ?? ''
    await rm(file)
    await expect(writePackage(target, parts, manifestOf, control)).rejects.toMatchObject({ code: 'file_unreadable', data: { path: file, reason: 'ENOENT' } })
  })

  it('passes on why a part could not be made', async () => {
    const parts: PackagePart[] = [{ path: `records/${newId()}/${'a'.repeat(64)}.json`, bytes: async () => Promise.reject(new Error('history is gone')) }]
    await expect(writePackage(target, parts, manifestOf, control)).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: 'history is gone' } })
  })

  it('writes no part and no manifest that it would not read', async () => {
    const part = async (path: string) => writePackage(target, [{ path, bytes: async () => Promise.resolve(Buffer.from('{}')) }], manifestOf, control)
    await expect(part('records/../a.json')).rejects.toThrow('no such part')
    const parts = await asParts(exampleParts())
    await expect(writePackage(target, parts, (files) => manifestOf(files, { records: [] }), control)).rejects.toMatchObject({ code: 'package_damaged' })
    await expect(writePackage(target, [...parts, ...parts], manifestOf, control)).rejects.toMatchObject({ code: 'package_damaged' })
    await expect(stat(target)).rejects.toThrow('ENOENT')
  })

  it('refuses a part of JSON over 64 MB', async () => {
    const path = `records/${newId()}/${'a'.repeat(64)}.json`
    const large: PackagePart = { path, bytes: async () => Promise.resolve(Buffer.alloc(64 * 1024 * 1024 + 1)) }
    await expect(writePackage(target, [large], manifestOf, control)).rejects.toMatchObject({ code: 'store_write_failed' })
  })
})

describe('opening', () => {
  it('counts every byte twice: for the seal and for the parts', async () => {
    const { size } = await write(exampleParts())
    const steps: [number, number][] = []
    await openTarget((done, total) => steps.push([done, total]))
    expect(steps.at(-1)).toEqual([2 * size, 2 * size])
    expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).sort((a, b) => a - b))
  })

  it('stops when it is cancelled', async () => {
    await write(exampleParts())
    const abort = new AbortController()
    const opening = openPackage(target, { signal: abort.signal, onProgress: () => { abort.abort() } })
    await expect(opening).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })

  it('says why a file can not be read', async () => {
    await expect(openTarget()).rejects.toMatchObject({ code: 'file_unreadable', data: { path: target, reason: 'ENOENT' } })
    target = folder
    await expect(openTarget()).rejects.toMatchObject({ code: 'file_unreadable', data: { path: folder } })
  })

  it('goes on reading what it verified when the file is replaced', async () => {
    const parts = exampleParts()
    await write(parts)
    const found = await openTarget()
    await rm(target)
    await writeFile(target, 'something else')
    for (const { path, data } of parts) expect(await found.readPart(path)).toEqual(data)
  })

  it('gives no part whose bytes were changed after it was opened', async () => {
    const parts = exampleParts()
    await write(parts)
    const found = await openTarget()
    const at = (await readFile(target)).indexOf('PNG')
    const handle = await open(target, 'r+')
    await handle.write('JPG', at)
    await handle.close()
    const path = parts[3]?.path ?? ''
    await expect(found.readPart(path)).rejects.toMatchObject({ code: 'package_damaged', data: { problem: 'wrong_hash', detail: path } })
    await expect(found.extract(path, join(folder, 'out'))).rejects.toMatchObject({ code: 'package_damaged' })
    await expect(stat(join(folder, 'out'))).rejects.toThrow('ENOENT')
  })

  it('extracts a part to a new file, and touches none that is there', async () => {
    const parts = exampleParts()
    await write(parts)
    const found = await openTarget()
    const out = join(folder, 'out')
    await found.extract(parts[3]?.path ?? '', out)
    expect(await readFile(out, 'utf8')).toBe('PNG')
    await expect(found.extract(parts[4]?.path ?? '', out)).rejects.toMatchObject({ code: 'store_write_failed', data: { path: out, reason: 'EEXIST' } })
    await symlink(join(folder, 'elsewhere'), join(folder, 'link'))
    await expect(found.extract(parts[4]?.path ?? '', join(folder, 'link'))).rejects.toMatchObject({ code: 'store_write_failed' })
    expect(await readFile(out, 'utf8')).toBe('PNG')
    await expect(stat(join(folder, 'elsewhere'))).rejects.toThrow('ENOENT')
  })

  it('knows only the parts that the manifest lists', async () => {
    await write(exampleParts())
    const found = await openTarget()
    await expect(found.readPart('manifest.json')).rejects.toThrow(RangeError)
    await expect(found.readPart('attachments/none')).rejects.toThrow(RangeError)
  })

  it('carries an attachment of many pieces', async () => {
    const file = join(folder, 'film')
    await writeFile(file, '')
    await truncate(file, 20 * 1024 * 1024)
    const hash = createHash('sha256')
    for (let mebibytes = 0; mebibytes < 20; mebibytes += 1) hash.update(Buffer.alloc(1024 * 1024))
    const sha256 = hash.digest('hex')
    const path = `attachments/${sha256}`
    await writePackage(target, [{ path, file, sha256, size: 20 * 1024 * 1024 }], manifestOf, control)
    await (await openTarget()).extract(path, join(folder, 'out'))
    expect((await stat(join(folder, 'out'))).size).toBe(20 * 1024 * 1024)
  })
})
