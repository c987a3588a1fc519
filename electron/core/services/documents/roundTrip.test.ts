/** What was exported as Word is imported into another library, by the real worker: text, tables and pictures of every record of the sample library. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import { bodyAttachments, inlineText } from '#shared/model/body/walk'
import type { RecordFile } from '#shared/model/record'
import { libraryTypes, type LibraryType } from '#shared/model/recordTypes'
import { asReadBack } from '../../../../tests/fixtures/docx/asReadBack'
import { wordOf } from '../../../../tests/support/documents'
import { ended } from '../../../../tests/support/jobs'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let one: TestCore
let other: TestCore
beforeAll(async () => {
  home = await createTestHome()
  one = await home.open()
  other = await home.open()
  await one.client.library.createSample({ path: join(home.home, '示例') })
  await other.client.library.create({ path: join(home.home, '另一个库'), name: '另一个库', unit: '检修公司', unitCode: 'JX9' })
})
afterAll(async () => home.remove())

const recordsOf = async (type: LibraryType): Promise<RecordFile[]> => {
  const { rows } = await one.client.records.list({ filter: { type }, sort: { by: 'number', descending: false }, offset: 0, limit: 500 })
  return Promise.all(rows.map(async ({ id }) => one.client.records.get({ id })))
}

/** What a block says and shows, whatever it looks like. */
const shown = (block: Block): unknown => {
  if (!isKnownBlock(block)) return block.type
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'listItem': return [block.type, inlineText(block.inlines)]
    case 'table': return block.rows.map(({ cells }) => cells.map(({ blocks, colSpan = 1, rowSpan = 1 }) => [colSpan, rowSpan, blocks.map(shown)]))
    case 'image': return ['image', block.attachment, block.caption]
    case 'quote':
    case 'callout': return block.blocks.map(shown)
    case 'divider': return 'divider'
  }
}

it.each(libraryTypes)('every %s that was written as a Word file is the same when it is imported', async (type) => {
  const records = await recordsOf(type)
  const folder = join(home.home, type)
  await mkdir(folder)
  for (const { id } of records) await wordOf(one.client, { id, to: join(folder, `${id}.docx`), allowRestricted: true })
  const { jobId } = await other.client.imports.start({ paths: [folder], type })
  await ended(other.client, jobId)
  const { entries, imported } = await other.client.imports.report({ jobId })
  expect(imported).toBe(records.length)
  for (const { id, content: before } of records) {
    const entry = entries.find(({ path }) => path.endsWith(`${id}.docx`))
    expect(entry?.warnings).toEqual([])
    const { content: after } = await other.client.records.get({ id: entry?.recordId ?? '' })
    const { title, summary, unit, team, authors, field, place, date, confidentiality } = before
    expect(after).toMatchObject({ title, summary, unit, team, authors, field, place, date, confidentiality })
    const expected = asReadBack(before.body, new Map())
    // Results and forms stand behind what a section says itself, or in sections of their own.
    for (const { key, title: name, blocks } of expected.sections) {
      const section = after.body.sections.find((each) => each.key === key && each.title === name)
      expect(section?.blocks.slice(0, blocks.length).map(shown), `${title}：${name}`).toEqual(blocks.map(shown))
    }
    for (const sha256 of bodyAttachments(before.body)) {
      expect(bodyAttachments(after.body)).toContain(sha256)
      expect(await other.core.attachmentPath(sha256)).toBeDefined()
    }
  }
}, 300_000)
