import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LibraryFile } from '#shared/model/library'
import { createTestHome } from '../support/testCore'
import { startCli, type CliRun } from './runCli'

let home: string
let library: string
let copy: string
let plain: string
let restricted: string

const cli = async (...args: string[]): Promise<CliRun> => startCli(join(home, '设置'), home, args).ended
const json = (run: CliRun): unknown => JSON.parse(run.out)
const fileOf = async (path: string): Promise<LibraryFile> => LibraryFile.parse(JSON.parse(await readFile(join(path, 'library.json'), 'utf8')))

/** A library that this user knows, and the same in a second folder. */
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'liangfang-cli-'))
  library = join(home, '资料库')
  copy = join(home, "二班 '新'")
  expect(await cli('init', library, '--name', '一班', '--unit-code', 'YW1')).toMatchObject({ code: 0 })
  const test = await createTestHome()
  const { client } = await test.open()
  await client.library.open({ path: library })
  plain = (await client.records.create({ type: 'case', content: { title: '地线编号错位' } })).content.number
  restricted = (await client.records.create({ type: 'case', content: { title: '受控案例', confidentiality: 'restricted' } })).content.number
  await test.remove()
  await cp(library, copy, { recursive: true })
})
afterEach(async () => rm(home, { recursive: true, force: true }))

describe('a library that lies in another folder too', () => {
  it('can be read, and every command that would write it names the one that settles it', async () => {
    await writeFile(join(home, '新案例.docx'), '')
    await mkdir(join(home, '移动硬盘'))
    expect(await cli('pack', plain, '-o', '一条.lfpkg', '-l', library)).toMatchObject({ code: 0 })
    expect(await cli('show', plain, '-l', copy)).toMatchObject({ code: 0, err: '' })
    expect(await cli('verify', '-l', copy)).toMatchObject({ code: 0, err: '' })
    const before = await fileOf(copy)
    const path = process.platform === 'win32' ? `"${copy}"` : `'${copy.replaceAll("'", "'\\''")}'`
    for (const args of [
      ['import', '新案例.docx'], ['pack', plain, '-o', '又一条.lfpkg'], ['open', '一条.lfpkg', '--take', '--accept'], ['export', restricted, '--allow-restricted'],
      ['repair'], ['backup', '移动硬盘', '--allow-restricted'],
    ]) {
      const refused = await cli(...args, '-l', copy, '--json')
      expect(refused, args.join(' ')).toMatchObject({ code: 3 })
      expect(json(refused), args.join(' ')).toMatchObject({ error: { code: 'library_copied', data: { path: copy, other: library } } })
      expect(refused.err, args.join(' ')).toContain(`liangfang settle ${path} --moved`)
      expect(refused.err, args.join(' ')).toContain(`liangfang settle ${path} --copy`)
    }
    expect(await fileOf(copy)).toEqual(before)
  })
})

describe('liangfang settle', () => {
  it('makes a copy a library of its own, with another unit code', async () => {
    const { id } = await fileOf(library)
    const run = await cli('settle', copy, '--copy', '--name', '二班', '--unit-code', 'YW2', '--json')
    expect(run).toMatchObject({ code: 0, err: '' })
    const made = await fileOf(copy)
    expect(made).toMatchObject({ name: '二班', forkedFrom: id, unit: { code: 'YW2' } })
    expect(made.id).not.toBe(id)
    expect(json(run)).toEqual({ id: made.id, name: '二班', unitCode: 'YW2', path: copy, forkedFrom: id })
    expect(await cli('repair', '-l', copy)).toMatchObject({ code: 0 })
    expect(await cli('repair', '-l', library)).toMatchObject({ code: 0 })
    expect((await fileOf(library)).id).toBe(id)
  })

  it('calls a copy what the app would offer', async () => {
    expect(await cli('settle', copy, '--copy', '--unit-code', 'YW2')).toMatchObject({
      code: 0, err: '', out: `A library of its own now: “一班 (copy)”, unit code YW2, ${copy}\n`,
    })
    expect(await fileOf(copy)).toMatchObject({ name: '一班 (copy)' })
  })

  it('uses a library that was moved instead of the other one, which asks from then on', async () => {
    const before = await fileOf(copy)
    expect(await cli('settle', copy, '--moved')).toMatchObject({ code: 0, err: '', out: `Used from now on: “一班”, ${copy}\n` })
    expect(await fileOf(copy)).toEqual(before)
    expect(await cli('repair', '-l', copy)).toMatchObject({ code: 0 })
    expect(json(await cli('repair', '-l', library, '--json'))).toMatchObject({ error: { code: 'library_copied', data: { other: copy } } })
    expect(await cli('settle', copy, '--moved')).toMatchObject({ code: 0 })
  })

  it('wants exactly one answer, and a unit code for a copy: else it is wrong usage, and nothing is settled', async () => {
    for (const answer of [[], ['--copy'], ['--unit-code', 'YW2'], ['--moved', '--copy', '--unit-code', 'YW2'], ['--moved', '--name', '二班']]) {
      const run = await cli('settle', copy, ...answer)
      expect(run, answer.join(' ')).toMatchObject({ code: 1, out: '' })
      expect(run.err, answer.join(' ')).not.toBe('')
    }
    expect(json(await cli('settle', copy, '--copy', '--unit-code', 'yw 2', '--json'))).toMatchObject({ error: { code: 'invalid' } })
    expect(await cli('repair', '-l', copy)).toMatchObject({ code: 3 })
  })

  it('makes no library of its own of one that is in no other folder', async () => {
    const before = await fileOf(library)
    const run = await cli('settle', library, '--copy', '--unit-code', 'YW2', '--json')
    expect(run.code).toBe(3)
    expect(json(run)).toMatchObject({ error: { code: 'library_not_copied', data: { path: library } } })
    expect(await fileOf(library)).toEqual(before)
    expect(await cli('settle', join(home, '没有'), '--moved')).toMatchObject({ code: 3, out: '' })
  })

  it('settles nothing while another program has the library open', async () => {
    const test = await createTestHome()
    try {
      await (await test.open()).client.library.open({ path: copy })
      for (const answer of [['--moved'], ['--copy', '--unit-code', 'YW2']]) {
        const run = await cli('settle', copy, ...answer, '--json')
        expect(run.code).toBe(3)
        expect(json(run)).toMatchObject({ error: { code: 'library_locked', data: { pid: process.pid } } })
      }
    } finally {
      await test.remove()
    }
    expect(await cli('repair', '-l', library)).toMatchObject({ code: 0 })
  })
})
