/** Quotes taken again from a source that was saved since, through the contract on a real library, and on any edit of a source. */
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import type { RetakenQuote } from '#shared/contract/products'
import { QuoteBlock, type Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { blockText } from '#shared/model/body/walk'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { saveNow, wholeProduct } from '../../../../tests/support/products'
import { recordWith } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { excerptOf } from './excerpts'
import { retaken } from './retaking'

const line = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })
const bodyOf = (...blocks: Block[]): Body => ({ version: 1, preamble: [], sections: [{ id: 'sec', key: null, title: '主要做法', blocks }] })
const textsOf = ({ quote }: RetakenQuote): string[] => quote.blocks.map(blockText)

describe('through the contract', () => {
  let home: TestHome
  let client: TestCore['client']

  beforeEach(async () => {
    home = await createTestHome()
    ;({ client } = await home.open())
    await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  })
  afterEach(async () => home.remove())

  const [first, second, third] = [line('b1', '监护人站在地线悬挂点。'), line('b2', '操作人在工具柜旁逐根报号，三者一致方可动手。'), line('b3', '完工后逐根清点。')]

  const newCase = async (...blocks: Block[]): Promise<RecordFile> => client.records.create({ type: 'case', content: { title: '地线编号错位', body: bodyOf(...blocks) } })
  const excerpt = async ({ id, revision }: RecordFile, blockIds: string[], text?: string): Promise<QuoteBlock> =>
    QuoteBlock.parse(await client.products.excerpt({ recordId: id, revisionId: revision.id, blockIds, ...text !== undefined && { text } }))
  /** Pinned by a product, so that the revision that was quoted stays. */
  const pinned = async (source: RecordFile): Promise<RecordFile> => {
    await wholeProduct(client, '双确认作业包', [source])
    return source
  }
  const retake = async (source: RecordFile, ...quotes: QuoteBlock[]): Promise<RetakenQuote[]> => {
    const now = await client.records.get({ id: source.id })
    const { pin, quotes: taken } = await client.products.retake({ recordId: source.id, quotes })
    expect(pin).toMatchObject({ recordId: source.id, revisionId: now.revision.id })
    expect(taken.map(({ quote }) => quote.id)).toEqual(quotes.map(({ id }) => id))
    return taken
  }

  it('say what they said and cite the revision in place, where the source changed elsewhere', async () => {
    const source = await pinned(await newCase(first, second, third))
    const quotes = [await excerpt(source, ['b1', 'b3']), await excerpt(source, ['b2'], '逐根报号')]
    const now = await saveNow(client, source.id, { title: '改了题目', body: bodyOf(line('b0', '新的开头'), first, line('b9', '中间加的'), second, third) })
    const taken = await retake(source, ...quotes)
    expect(taken.map(({ outcome }) => outcome)).toEqual(['same', 'same'])
    expect(taken.map(({ quote }) => quote.blocks)).toEqual(quotes.map(({ blocks }) => blocks))
    expect(taken.map(({ quote }) => quote.citation)).toMatchObject([
      { recordId: source.id, revisionId: now.revision.id, title: '改了题目', blockId: 'b1', sectionId: 'sec' }, { revisionId: now.revision.id, blockId: 'b2' },
    ])
  })

  it('say what the same blocks say now, the whole block where the passage is not there any more', async () => {
    const source = await pinned(await newCase(first, second, third))
    const quotes = [await excerpt(source, ['b1', 'b2']), await excerpt(source, ['b2'], '逐根报号')]
    await saveNow(client, source.id, { body: bodyOf(first, line('b2', '操作人逐根核对，双人签字。'), third) })
    const [blocks, passage] = await retake(source, ...quotes)
    expect(blocks && [blocks.outcome, textsOf(blocks)]).toEqual(['changed', ['监护人站在地线悬挂点。', '操作人逐根核对，双人签字。']])
    expect(passage && [passage.outcome, textsOf(passage)]).toEqual(['changed', ['操作人逐根核对，双人签字。']])
    expect(blocks?.quote.blocks.map(({ id }) => id)).not.toContain('b2')
  })

  it('are left as they are where their blocks are gone, and lose those of several that are', async () => {
    const source = await pinned(await newCase(first, second, third))
    const quotes = [await excerpt(source, ['b2']), await excerpt(source, ['b1', 'b2'])]
    await saveNow(client, source.id, { body: bodyOf(first, third) })
    const [gone, shorter] = await retake(source, ...quotes)
    expect(gone).toEqual({ outcome: 'gone', quote: quotes[0] })
    expect(shorter && [shorter.outcome, textsOf(shorter)]).toEqual(['changed', ['监护人站在地线悬挂点。']])
  })

  it('keep what was edited in the product while the source says the same', async () => {
    const source = await pinned(await newCase(first, second))
    const quote = await excerpt(source, ['b1', 'b2'])
    const edited = { ...quote, blocks: [...quote.blocks.slice(0, 1), line('own', '操作人逐根报号。')] }
    await saveNow(client, source.id, { summary: '改了摘要' })
    expect(await retake(source, edited)).toMatchObject([{ outcome: 'same', quote: { blocks: edited.blocks } }])
  })

  it('of another record, of no block, or of what is not here are not taken', async () => {
    const source = await pinned(await newCase(first))
    const quote = await excerpt(source, ['b1'])
    const others = [{ ...quote, citation: { recordId: newId(), revisionId: source.revision.id, blockId: 'b1' } }, { ...quote, citation: undefined }]
    expect((await retake(source, ...others)).map(({ outcome }) => outcome)).toEqual(['gone', 'gone'])
    const failure = toFailure(await client.products.retake({ recordId: newId(), quotes: [quote] }).catch((error: unknown) => error))
    expect(failure).toMatchObject({ code: 'not_found' })
  })

  it('are taken by their first block alone where the revision that they cite is not here', async () => {
    const source = await newCase(first, second)
    const quote = await excerpt(source, ['b1'])
    const lost = { ...quote, citation: { recordId: source.id, blockId: 'b1', revisionId: 'f'.repeat(64) } }
    expect(await retake(source, lost)).toMatchObject([{ outcome: 'same', quote: { citation: { revisionId: source.revision.id } } }])
  })
})

describe('whatever becomes of a source', () => {
  const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('核', '对', '地', '线', '编', '号', '报', '三') }), { minLength: 1, maxLength: 8 })
  const edits = fc.array(fc.constantFrom('keep', 'change', 'drop', 'insertBefore' as const), { minLength: 8, maxLength: 8 })

  it('a quote says what its blocks say now: all of them as they were, as they are, or none', () => {
    fc.assert(fc.property(texts, edits, fc.nat(7), fc.nat(7), (said, edit, from, count) => {
      const blocks = said.map((text, index) => line(`b${index}`, text))
      const then = { ...recordWith({}), content: { ...recordWith({}).content, body: bodyOf(...blocks) } }
      const now = {
        ...then, revision: { ...then.revision, id: '1'.repeat(64) }, content: {
          ...then.content, body: bodyOf(...blocks.flatMap((block, index) => {
            switch (edit[index]) {
              case 'drop': return []
              case 'change': return [line(block.id, `${blockText(block)}。改`)]
              case 'insertBefore': return [line(`n${index}`, '插入'), block]
              default: return [block]
            }
          })),
        },
      }
      const first = from % blocks.length
      const ids = blocks.slice(first, first + 1 + (count % (blocks.length - first))).map(({ id }) => id)
      const quote = excerptOf(then, ids, undefined)
      const left = now.content.body.sections.flatMap((section) => section.blocks).filter(({ id }) => ids.includes(id))
      const result = retaken(quote, then, now)
      const isSame = left.length === ids.length && left.every((block) => blockText(block) === said[Number(block.id.slice(1))])
      expect(result.outcome).toBe(left.length === 0 ? 'gone' : isSame ? 'same' : 'changed')
      expect(textsOf(result)).toEqual(left.length === 0 ? quote.blocks.map(blockText) : left.map(blockText))
      expect(result.quote.id).toBe(quote.id)
      expect(result.quote.citation).toMatchObject(left.length === 0 ? quote.citation ?? {} : { revisionId: now.revision.id, blockId: left[0]?.id })
    }))
  })
})
