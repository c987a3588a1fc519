/** The page numbers that contents name, against the pages that LibreOffice makes, in a face that it has and whose lines are known. */
import { mkdtemp, rm, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeOf } from '../../../../../tests/support/documents'
import { converted, office, pdfPages } from '../../../../../tests/support/office'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'
import { contentsPart, planOf, sectionPart, text } from '../../../../../tests/fixtures/docx/samplePlans'
import { partOf } from '../../../../../tests/fixtures/docx/writtenDocx'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { writeDocx } from './writeDocx'

const face = '文泉驿微米黑'

const plainText = (value: string): string => value.normalize('NFKC').replace(/&quot;/g, '"').replace(/\s/g, '')

/** Title, without its number, and page of each entry. */
const entriesOf = (xml: string): [title: string, page: number][] => [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC1"\/>.*?<\/w:p>/gs)].map(([entry]) => {
  const runs = [...entry.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, run]) => run ?? '')
  return [plainText(runs.at(-2) ?? ''), Number(runs.at(-1))]
})

describe.skipIf(office === undefined)('the contents of the sample handbook', () => {
  let home: TestHome
  let client: TestCore['client']
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liangfang-contents-'))
    home = await createTestHome()
    client = (await home.open()).client
    await client.library.createSample({ path: join(home.home, '示例') })
  })
  afterAll(async () => {
    await home.remove()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(['official', 'workInstruction', 'plain'] as const)('names no page in the look of %s that is more than one off', async (id) => {
    const { faces, ...preset } = standardPresets[id]
    const { latin } = faces
    await client.documents.savePreset({
      ...preset, id: `own-${id}`, name: id, faces: { title: face, heading1: face, heading2: face, heading3: face, text: face, table: face, page: face, latin },
    })
    const { rows: [meeting] } = await client.records.list({ filter: { type: 'meeting' }, sort: { by: 'number', descending: false }, offset: 0, limit: 1 })
    const path = join(folder, `${id}.docx`)
    await madeOf(client, { form: 'word', source: { kind: 'meeting', id: meeting?.id ?? '', part: 'handbook' }, look: { presetId: `own-${id}` } }, path, true)
    const [pdf = ''] = await converted([path], 'pdf', folder)
    const pages = await pdfPages(pdf)
    const all = pages.map(({ texts }) => plainText(texts.map((each) => each.text).join('')))
    // The title of a record is larger than the text, in which it is only spoken of; other chapters begin their page.
    const large = pages.map(({ texts }) => plainText(texts.filter(({ height }) => height > preset.sizes.text + 0.2).map((each) => each.text).join('')))
    const contents = all.findIndex((page) => page.includes('目录'))
    // Pages are counted through, or from the first after the contents on.
    const before = id === 'workInstruction' ? 0 : contents + 1
    const entries = entriesOf(await partOf(new Uint8Array(await readFile(path)), 'word/document.xml'))
    expect(entries.length).toBeGreaterThan(12)
    let from = contents
    for (const [title, page] of entries) {
      const after = from
      const at = large.findIndex((each, index) => index > after && each.includes(title.slice(0, 12)))
      from = at === -1 ? all.findIndex((each, index) => index > after && each.slice(0, 60).includes(title.slice(0, 12))) : at
      expect([title, from > contents, Math.abs(page - (from + 1 - before)) <= 1]).toEqual([title, true, true])
    }
  })
})

describe('an entry that just fills its line', () => {
  it('makes the entries a little smaller, so that its page number does not stand alone', async () => {
    const sizeWith = async (title: string): Promise<number> =>
      Number(/w:styleId="TOC1".*?<w:sz w:val="(\d+)"/s.exec(await partOf((await writeDocx(planOf([contentsPart, sectionPart(title, [text('正文')])]))).bytes, 'word/styles.xml'))?.[1])
    expect(await sizeWith('范围')).toBe(28)
    expect(await sizeWith('字'.repeat(28))).toBeLessThan(28)
  })
})
