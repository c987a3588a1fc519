/** A true package, as one library makes it for another: a case with a picture, a table and an earlier revision, and a released product that cites it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newSection } from '#shared/model/body/body'
import type { Block } from '#shared/model/body/blocks'
import { buildPng } from '../../fixtures/docx/png'
import { paragraph } from '../../support/records'
import type { TestHome } from '../../support/testCore'
import { settled } from './settled'

export const madePackage = async (maker: TestHome): Promise<Buffer> => {
  const { client } = await maker.open()
  const pathOf = (name: string): string => join(maker.home, name)
  await client.library.create({ path: pathOf('甲'), name: '输电运检中心', unit: '输电运检中心', unitCode: 'SD1' })
  await writeFile(pathOf('图.png'), buildPng(4, 3, 1))
  const attachment = await client.attachments.add({ path: pathOf('图.png') })
  const measure = paragraph('逐根报号')
  const table: Block = { type: 'table', id: 'table1', rows: [{ cells: [{ blocks: [paragraph('一')] }, { colSpan: 2, blocks: [paragraph('二')] }] }] }
  const source = await client.records.create({
    type: 'case', content: {
      title: '地线编号错位', tags: ['安全'], attachments: [attachment], fields: { results: [{ id: 'r1', indicator: '用时', unit: '分', before: '3', after: '1', evidence: [attachment.sha256] }] },
      body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', [measure, table, { type: 'image', id: 'picture1', attachment: attachment.sha256, alt: '图' }])] },
    },
  })
  const product = await client.products.create({ title: '双确认', sources: [source.id] })
  const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [measure.id] })
  const sections = product.content.body.sections.map((section) => ({ ...section, blocks: [paragraph('写好了')] }))
  const saved = await client.records.save({ id: product.id, base: product.revision.id, changes: { body: { ...product.content.body, preamble: [quote], sections } } })
  await client.products.release({ id: product.id, base: saved.revisionId, reason: '不经试点' })
  const later = await client.records.get({ id: source.id })
  await client.records.save({ id: source.id, base: later.revision.id, changes: { summary: '后来改过' } })
  const file = pathOf('包.lfpkg')
  const { jobId } = await client.packages.make({ ids: [product.id, source.id], title: '包', to: file })
  await settled(client, jobId)
  return readFile(file)
}
