/** Presets of documents and the theme of slides, as a library keeps them. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { standardTheme } from '#shared/model/slides/theme'
import { failureText } from '#shared/text/messages/failureText'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let root: string

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  root = join(home.home, '库')
  await client.library.create({ path: root, name: '库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const own = { ...standardPresets.plain, id: 'ours', name: '本单位' }
const idsOf = async (): Promise<string[]> => (await client.documents.presets()).map(({ id }) => id)
const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))
const reopen = async (write = true): Promise<void> => {
  await client.library.close()
  await client.library.open({ path: root, write })
}

it('keeps presets of its own behind those that are built in, by name, and the latest of each', async () => {
  await client.documents.savePreset(own)
  await client.documents.savePreset({ ...own, id: 'another', name: '安监部' })
  await client.documents.savePreset({ ...own, sizes: { ...own.sizes, text: 13 } })
  await reopen()
  expect(await idsOf()).toEqual(['official', 'workInstruction', 'plain', 'another', 'ours'])
  expect((await client.documents.presets()).at(-1)?.sizes.text).toBe(13)
  await client.documents.removePreset({ id: 'ours' })
  expect(await idsOf()).toEqual(['official', 'workInstruction', 'plain', 'another'])
})

it('refuses to change one that is built in', async () => {
  expect(await failureOf(client.documents.savePreset({ ...own, id: 'official' }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'id' }] } })
})

it('refuses one without a name, and one whose margins leave its text no room', async () => {
  const told = async (preset: typeof own): Promise<string | undefined> => { const failure = await failureOf(client.documents.savePreset(preset)); return failure && failureText(failure, 'zh-CN').why }
  expect(await told({ ...own, name: ' ' })).toBe('内容不符合要求：样式还没有名称')
  expect(await told({ ...own, page: { ...own.page, paper: 'A5', left: 80, right: 80 } })).toContain('至少要有 60 × 60 mm')
  expect(await idsOf()).toEqual(['official', 'workInstruction', 'plain'])
})

it('reads one that has neither, and gives its documents margins with room', async () => {
  await client.library.close()
  const path = libraryPaths(root).library
  const file: unknown = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify(Object.assign({}, file, { documentPresets: [{ ...own, name: '', page: { ...own.page, paper: 'A5', left: 80, right: 80 } }] })))
  await client.library.open({ path: root })
  expect(await idsOf()).toContain('ours')
  const { id } = await client.records.create({ type: 'case', content: { title: '窄' } })
  const { preset, warnings } = await client.documents.preview({ source: { kind: 'record', id }, look: { presetId: 'ours' } })
  expect([preset.page.left, preset.page.right]).toEqual([44, 44])
  expect(warnings).toContainEqual({ code: 'margins_reduced', count: 1, detail: 'A5' })
})

it('carries what another version wrote, and shows nothing of it', async () => {
  await client.library.close()
  const path = libraryPaths(root).library
  const file: unknown = JSON.parse(await readFile(path, 'utf8'))
  const foreign = [{ id: 'later', columns: 2 }, { ...own, id: 'kept', stamp: '章' }]
  await writeFile(path, JSON.stringify(Object.assign({}, file, { documentPresets: foreign, deckTheme: { motion: true } })))
  await client.library.open({ path: root })
  expect(await idsOf()).toEqual(['official', 'workInstruction', 'plain', 'kept'])
  expect(await client.documents.theme()).toEqual(standardTheme)
  await client.documents.savePreset(own)
  await client.documents.removePreset({ id: 'later' })
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ documentPresets: [foreign[0], foreign[1], { id: 'ours' }] })
})

it('keeps what another version wrote into a preset and a theme when they are saved again', async () => {
  const later = { ...own, page: { ...own.page, gutter: 5 }, sizes: { ...own.sizes, quote: 12 }, line: { ...own.line, before: 3 } }
  const theme = { ...standardTheme, colours: { ...standardTheme.colours, fourth: '112233' }, faces: { ...standardTheme.faces, code: '等线' } }
  await client.library.close()
  const path = libraryPaths(root).library
  const file: unknown = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify(Object.assign({}, file, { documentPresets: [later], deckTheme: theme })))
  await client.library.open({ path: root })
  const kept = (await client.documents.presets()).at(-1)
  if (kept) await client.documents.savePreset({ ...kept, name: '改名' })
  await client.documents.saveTheme({ ...await client.documents.theme(), footer: '内部' })
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ documentPresets: [{ ...later, name: '改名' }], deckTheme: { ...theme, footer: '内部' } })
})

it('keeps a theme until it is taken back', async () => {
  const theme = { ...standardTheme, footer: '运维一班' }
  await client.documents.saveTheme(theme)
  await reopen()
  expect(await client.documents.theme()).toEqual(theme)
  await client.documents.saveTheme(null)
  expect(await client.documents.theme()).toEqual(standardTheme)
})

it('changes nothing of a library that can only be read', async () => {
  await client.documents.savePreset(own)
  await reopen(false)
  expect(await failureOf(client.documents.savePreset({ ...own, name: '改' }))).toMatchObject({ code: 'library_read_only' })
  expect(await failureOf(client.documents.saveTheme(null))).toMatchObject({ code: 'library_read_only' })
  expect((await client.documents.presets()).at(-1)?.name).toBe('本单位')
})
