/** What a masked package would tell beside its texts: what records came of, who made and brought them, what its maker says of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mergedContent, mergeParts } from '#shared/model/merging'
import type { RecordContent } from '#shared/model/record'
import { createMaskingHome, expectNothingOf, type MaskingHome } from '../../../../../tests/support/masking'

let at: MaskingHome
let client: MaskingHome['client']
beforeEach(async () => {
  at = await createMaskingHome()
  ;({ client } = at)
})
afterEach(async () => at.home.remove())

const phone = '13812345678'
const person = '张三丰'

const made = async (content: Partial<RecordContent>) => client.records.create({ type: 'case', content: { title: '地线', authors: [], ...content } })

const workAs = async (name: string): Promise<unknown> => client.app.updateSettings({ profile: { name, unit: '', role: '' } })

describe('a masked package', () => {
  it('tells no hash of what a record said before, from which a number could be found by trying', async () => {
    const { id, revision } = await made({ summary: `电话${phone}` })
    await at.send([id], { masking: null, recipient: { unit: '丙', libraryId: null } })
    await at.edit(id, { summary: '' })
    await expectNothingOf(await at.send([id]), [revision.id, revision.contentHash])
  })

  it('tells nothing of a record that was made one with another', async () => {
    const one = await made({})
    const other = await made({ title: `${person}漏拆 ${phone}`, tags: ['接地'] })
    const content = { ...mergedContent(one.content, other.content, mergeParts(one.content, other.content, [one.id, other.id]), new Map()), title: '地线', summary: '合并' }
    await client.records.merge({ into: one.id, intoBase: one.revision.id, from: other.id, fromBase: other.revision.id, content })
    await expectNothingOf(await at.send([one.id]), [person, phone])
    await at.edit(one.id, { summary: '又改' })
    await expectNothingOf(await at.send([one.id]), [person, phone])
  })

  it('tells no hash of what was judged where that was edited since', async () => {
    const { id, revision } = await made({ summary: `电话${phone}` })
    await client.records.move({ id, base: revision.id, move: 'submit', reason: '先送审', override: true })
    const judged = (await at.read(id)).content.stageHistory?.[0]?.judged ?? ''
    await at.edit(id, { summary: '' })
    await expectNothingOf(await at.send([id]), [judged])
  })

  it('tells nobody who brought a record', async () => {
    await at.into('乙')
    await workAs('王五')
    const { id } = await made({})
    await workAs('李四光')
    const file = await at.send([id], { masking: null, recipient: null })
    await at.into('甲')
    await workAs('王五')
    await at.take(file)
    await expectNothingOf(await at.send([id], { recipient: { unit: '丙', libraryId: null } }), ['李四光'])
  })

  it('masks what its maker says of it', async () => {
    const { id } = await made({ authors: [person] })
    await expectNothingOf(await at.send([id], { title: `${person}的包`, purpose: `给${person} ${phone}`, licence: `问${phone}` }), [person, phone])
  })

  it('does not name a file that was too large to come along', async () => {
    const file = await at.attach('名单.txt', `${person} ${phone}`)
    const { id } = await made({ attachments: [file] })
    await expectNothingOf(await at.send([id], { largest: 5 }), [file.sha256, '名单.txt'])
  })

  it('brings a text that was brought back, after what came between', async () => {
    const { id } = await made({ title: `${person}漏拆`, authors: [person], place: '一号站' })
    const files = [await at.send([id])]
    for (const place of ['二号站', '一号站']) {
      await at.edit(id, { place })
      files.push(await at.send([id]))
    }
    await at.into('乙')
    for (const file of files) await at.take(file)
    expect((await at.read(id)).content.place).toBe('一号站')
  })

  it('leaves a record as it is in which nothing was ever masked, so that it goes on from what is there', async () => {
    const { id } = await made({ title: '漏拆' })
    const files = [await at.send([id])]
    await at.edit(id, { place: '一号站' })
    files.push(await at.send([id]))
    await at.into('乙')
    await at.take(files[0] ?? '')
    expect((await at.look(files[1] ?? '')).opened.records).toMatchObject([{ standing: 'newer', masked: false }])
  })

  it('goes on from the one before it where neither says whom it is for', async () => {
    const { id } = await made({ title: `${person}漏拆`, authors: [person] })
    const first = await at.send([id], { recipient: null })
    await at.edit(id, { place: '一号站' })
    const second = await at.send([id], { recipient: null })
    await at.into('乙')
    await at.take(first)
    expect((await at.look(second)).opened.records).toMatchObject([{ standing: 'newer' }])
  })
})

describe('what comes back', () => {
  it('brings no mask over an original, although its sender had the record unmasked before', async () => {
    const { id, content } = await made({ title: `${person}漏拆`, authors: [person], summary: `电话${phone}` })
    const whole = await at.send([id], { masking: null })
    await at.edit(id, { place: '一号站' })
    const masked = await at.send([id])
    await at.into('乙')
    await at.take(whole)
    await at.take(masked, { decisions: { [id]: { choice: 'take' } } })
    await at.edit(id, { tags: ['接地'] })
    const back = await at.send([id], { masking: null, recipient: null })
    await at.into('甲')
    await at.take(back)
    expect((await at.read(id)).content).toMatchObject({ title: content.title, authors: [person], summary: content.summary, place: '一号站', tags: ['接地'] })
  })

  it('nor where it only took the masked one over the unmasked', async () => {
    const { id, content } = await made({ title: `${person}漏拆`, authors: [person], summary: `电话${phone}` })
    const [whole, masked] = [await at.send([id], { masking: null }), await at.send([id])]
    await at.into('乙')
    await at.take(whole)
    await at.take(masked, { decisions: { [id]: { choice: 'take' } } })
    const back = await at.send([id], { masking: null, recipient: null })
    await at.into('甲')
    await at.take(back)
    expect((await at.read(id)).content).toMatchObject({ title: content.title, authors: [person], summary: content.summary })
  })

  it('nor where what left last was not masked', async () => {
    const { id } = await made({ title: `${person}漏拆`, authors: [person], contact: person })
    const first = await at.send([id])
    await at.into('乙')
    await at.take(first)
    await at.edit(id, { title: '张某漏拆两组' })
    await at.into('甲')
    const second = await at.send([id], { masking: { decisions: [{ kind: 'person', text: person, recordId: null, decision: { action: 'keep' } }] } })
    await at.into('乙')
    await at.take(second, { decisions: { [id]: { choice: 'merge', picks: { title: 'mine' } } } })
    const back = await at.send([id], { masking: null, recipient: null })
    await at.into('甲')
    await at.take(back)
    const { title, contact } = (await at.read(id)).content
    expect([title.includes('张某'), contact]).toEqual([false, person])
  })

  it('is a conflict where a role that stood for several is still in it, though what left last was not masked', async () => {
    const other = '李四光'
    const { id, content } = await made({ title: `${person}漏拆`, authors: [person, other], summary: `${other}复查` })
    const decide = (action: { action: 'replace'; by: string } | { action: 'keep' }) =>
      ({ decisions: [person, other].map((text) => ({ kind: 'person' as const, text, recordId: null, decision: action })) })
    const first = await at.send([id], { masking: decide({ action: 'replace', by: '工作负责人' }) })
    await at.into('乙')
    await at.take(first)
    await at.edit(id, { place: '一号站，工作负责人在场' })
    await at.into('甲')
    const second = await at.send([id], { masking: decide({ action: 'keep' }) })
    await at.into('乙')
    await at.take(second, { decisions: { [id]: { choice: 'merge', picks: { title: 'mine', summary: 'mine' } } } })
    const back = await at.send([id], { masking: null, recipient: null })
    await at.into('甲')
    expect((await at.look(back)).opened.records).toMatchObject([{ standing: 'conflict', base: expect.anything() }])
    await at.take(back)
    expect((await at.read(id)).content).toMatchObject({ title: content.title, summary: content.summary, place: '' })
  })
})
