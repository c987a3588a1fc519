/** The sample library, on a real one: its product, made of its records, released through the gate and taken up; and its meeting. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockText, placedBlocks } from '#shared/model/body/walk'
import { bodyCitations, pinnedRevisions } from '#shared/model/gates'
import { hasOutcome } from '#shared/model/product/adoption'
import { stepsOf } from '#shared/model/product/steps'
import { agendaOf } from '#shared/model/meeting/agenda'
import type { RecordFile } from '#shared/model/record'
import { rowCitations } from '#shared/model/rowCitations'
import { numeral } from '#shared/text/numeral'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
let product: RecordFile
let adoptions: RecordFile[]

const flat = (text: string): string => text.replaceAll(/\s/g, '')

beforeAll(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.createSample({ path: join(home.home, '示例') })
  const listed = async (type: 'product' | 'adoption'): Promise<RecordFile[]> => {
    const { rows } = await client.records.list({ filter: { type }, sort: { by: 'number', descending: false }, offset: 0, limit: 50 })
    return Promise.all(rows.map(async ({ id }) => client.records.get({ id })))
  }
  const [first] = await listed('product')
  if (!first) throw new Error('the sample has no product')
  product = first
  adoptions = await listed('adoption')
}, 60_000)
afterAll(async () => home.remove())

describe('the product of the sample library', () => {
  it('is released as a whole edition of sources that are here, under a seal that holds', async () => {
    expect(product.content.stage).toBe('replicating')
    const editions = await client.products.editions({ id: product.id })
    expect(editions).toMatchObject([{ number: 1, intact: true, sources: 2, releasedAt: '2026-10-12T03:15:20.000Z' }])
    const sources = await client.products.sources({ id: product.id })
    expect(sources.map(({ state, row }) => [state, row?.type])).toEqual([['current', 'case'], ['current', 'tool']])
  })

  it('lacks nothing at its gate but what the next edition needs', async () => {
    const { edition, conditions } = await client.products.gate({ id: product.id })
    expect(edition).toBe(2)
    expect(conditions.filter(({ met }) => !met).map(({ key }) => key)).toEqual(['pilotOutcome', 'piloted', 'changed'])
  })

  it('quotes what its sources say, and names the places that its steps come of', async () => {
    const { content } = product
    for (const { citation, quoted } of [
      ...[...placedBlocks(content.body)].flatMap(({ block }) => (block.type === 'quote' && 'citation' in block ? bodyCitations({ version: 1, preamble: [block], sections: [] }).map(({ citation }) => ({ citation, quoted: blockText(block) })) : [])),
      ...rowCitations(content).map(({ citation }) => ({ citation, quoted: '' })),
    ]) {
      const source = await client.records.revision({ id: citation.recordId, revisionId: citation.revisionId })
      if (citation.blockId === undefined) continue
      const cited = [...placedBlocks(source.content.body)].find(({ block }) => block.id === citation.blockId)
      expect(cited, citation.blockId).toBeDefined()
      if (cited) expect(flat(blockText(cited.block))).toContain(flat(quoted))
    }
    expect(pinnedRevisions(content)).toHaveLength(2)
  })

  it('says in its summary what its steps come to', () => {
    const steps = stepsOf(product.content.fields)
    const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
    expect([steps.length, minutes]).toEqual([7, 58])
    expect(product.content.summary).toContain(`七步，合计 ${String(minutes)} 分钟`)
  })

  it('was piloted with an outcome before, and is taken up by units of the library', async () => {
    const { library } = await client.library.current() ?? {}
    const teams = (library?.vocabularies.units ?? []).flatMap(({ children = [] }) => children).flatMap(({ name, children = [] }) => children.map((team) => `${name}/${team.name}`))
    expect(adoptions.filter(({ content }) => content.fields.pilot).every(({ content }) => hasOutcome(content))).toBe(true)
    for (const { content } of adoptions) {
      expect(teams).toContain(`${content.unit}/${content.team}`)
      expect(content.links).toMatchObject([{ to: product.id, relation: 'adopts' }])
    }
    expect(new Set(adoptions.map(({ content }) => content.stage))).toEqual(new Set(['planned', 'underWay', 'done', 'notApplicable']))
  })
})

describe('the meeting of the sample library', () => {
  it('has an agenda that says when each item begins, of records that are here as they are cited', async () => {
    const { rows: [row] } = await client.records.list({ filter: { type: 'meeting' }, sort: { by: 'number', descending: false }, offset: 0, limit: 50 })
    const { content } = await client.records.get({ id: row?.id ?? '' })
    expect(content.stage).toBe('planned')
    const agenda = agendaOf(content)
    expect(agenda.map(({ begins }) => begins)).toEqual([540, 555, 590, 620, 635, 665, 690, 715])
    expect(agenda.every(({ overlaps }) => !overlaps)).toBe(true)
    for (const { recordId, revisionId } of agenda.flatMap(({ records }) => records)) expect(await client.records.revision({ id: recordId, revisionId })).toMatchObject({ id: recordId })
    expect(agenda.flatMap(({ records }) => records)).toHaveLength(9)
    const shown = agenda.flatMap(({ records }) => records.map(({ type }) => type))
    const count = (type: 'case' | 'product' | 'tool'): string => numeral(shown.filter((each) => each === type).length, 'zh-CN')
    expect(content.summary).toContain(`${numeral(agenda.length, 'zh-CN')}项议程，${count('case')}条案例、${count('product')}个产品、${count('tool')}件工具`)
  })
})
