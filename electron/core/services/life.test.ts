/** The life of a record through the contract, on a real library: its moves, its gate, and what its history keeps. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { requiredSectionsOf } from '#shared/model/recordTypes'
import { paragraph } from '../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

const beSomebody = async (name: string): Promise<void> => { await client.app.updateSettings({ profile: { name, unit: '运维一班', role: '' } }) }

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await beSomebody('陈立')
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const evidence = 'a'.repeat(64)

const save = async (id: string, changes: Parameters<TestCore['client']['records']['save']>[0]['changes']): Promise<RecordFile> => {
  const { revision } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes })
  return client.records.get({ id })
}

const move = async (id: string, key: string, how: { reason?: string; override?: boolean } = {}): Promise<RecordFile> => {
  const { revision } = await client.records.get({ id })
  await client.records.move({ id, base: revision.id, move: key, ...how })
  return client.records.get({ id })
}

const emptyCase = async (): Promise<RecordFile> => client.records.create({ type: 'case', content: { title: '地线编号错位', authors: ['陈立'] } })

const wholeCase = async (): Promise<RecordFile> => {
  const { id, content } = await emptyCase()
  const required = requiredSectionsOf('case')
  const sections = content.body.sections.map((section) => (required.includes(section.key ?? '') ? { ...section, blocks: [paragraph('写好了')] } : section))
  return save(id, {
    body: { ...content.body, sections },
    fields: { results: [{ id: 'r1', indicator: '错挂', unit: '起', before: '2', after: '0', evidence: [evidence] }] },
  })
}

describe('a case on its way', () => {
  it('is submitted, validated by somebody else, published and archived, and its history says by whom', async () => {
    const { id } = await wholeCase()
    await move(id, 'submit')
    await beSomebody('李静')
    await move(id, 'validate')
    await move(id, 'publish')
    const { content } = await move(id, 'archive', { reason: '已被新做法取代' })
    expect(content.stage).toBe('archived')
    expect(content.stageHistory?.map(({ from, to, by, reason }) => [from, to, by.name, reason])).toEqual([
      ['draft', 'inReview', '陈立', undefined], ['inReview', 'validated', '李静', undefined], ['validated', 'published', '李静', undefined],
      ['published', 'archived', '李静', '已被新做法取代'],
    ])
    expect((await move(id, 'unarchive')).content.stage).toBe('published')
  })

  it('is told exactly what keeps it from being validated', async () => {
    const { id } = await emptyCase()
    const { revision } = await move(id, 'submit')
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'validate' }))).toMatchObject({
      code: 'gate_not_met',
      data: {
        conditions: [
          { key: 'requiredSections', missing: requiredSectionsOf('case').map((key) => ({ kind: 'sectionEmpty', key })) },
          { key: 'measuredResult', missing: [{ kind: 'noResult' }] },
          { key: 'reviewerNotAuthor', missing: [{ kind: 'reviewerIsAuthor', name: '陈立' }] },
        ],
      },
    })
    expect((await client.records.get({ id })).content.stage).toBe('inReview')
  })

  it('needs a reviewer with a name who neither wrote nor submitted it, however the name is spaced', async () => {
    const { id } = await wholeCase()
    await beSomebody('王磊')
    const { revision } = await move(id, 'submit')
    for (const [name, missing] of [['', 'reviewerUnnamed'], ['陈 立', 'reviewerIsAuthor'], ['王磊', 'reviewerIsAuthor']] as const) {
      await beSomebody(name)
      expect(await failureOf(client.records.move({ id, base: revision.id, move: 'validate' }))).toMatchObject({ data: { conditions: [{ missing: [{ kind: missing }] }] } })
    }
  })

  it('is not proven by a result without evidence', async () => {
    const { id, content } = await wholeCase()
    await save(id, { fields: { results: content.fields.results?.map((result) => ({ ...result, evidence: [] })) } })
    await move(id, 'submit')
    await beSomebody('李静')
    const { revision } = await client.records.get({ id })
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'validate' }))).toMatchObject({ data: { conditions: [{ missing: [{ kind: 'resultUnproven', resultId: 'r1' }] }] } })
  })

  it('waits for open comments, and goes on once they are resolved', async () => {
    const { id } = await wholeCase()
    await move(id, 'submit')
    await beSomebody('李静')
    const commentId = newId()
    await client.comments.add({ recordId: id, id: commentId, anchor: null, text: '成效的数据从哪里来？' })
    const { revision } = await client.records.get({ id })
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'validate' }))).toMatchObject({ data: { conditions: [{ key: 'commentsResolved', missing: [{ commentId, count: 1 }] }] } })
    await client.comments.resolve({ recordId: id, commentId, resolved: true })
    expect((await move(id, 'validate')).content.stage).toBe('validated')
  })

  it('passes a gate that does not hold only for a reason, which stays with what was waived', async () => {
    const { id } = await emptyCase()
    const { revision } = await move(id, 'submit')
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'validate', override: true }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'reason' }] } })
    const { content } = await move(id, 'validate', { override: true, reason: '年底前必须入库，缺项另补' })
    expect(content.stageHistory?.at(-1)).toMatchObject({ move: 'validate', reason: '年底前必须入库，缺项另补', waived: ['requiredSections', 'measuredResult', 'reviewerNotAuthor'] })
  })

  it('goes back to draft with a reason only, and makes no move that its stage does not have', async () => {
    const { id } = await wholeCase()
    const { revision } = await move(id, 'submit')
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'reject' }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'reason' }] } })
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'publish' }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'move' }] } })
    const { content } = await move(id, 'reject', { reason: '原因分析只写了现象' })
    expect([content.stage, content.stageHistory?.at(-1)?.reason]).toEqual(['draft', '原因分析只写了现象'])
  })

  it('is withdrawn by who submitted it, and by others with a reason only', async () => {
    const { id } = await wholeCase()
    await move(id, 'submit')
    await beSomebody('李静')
    const { revision } = await client.records.get({ id })
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'withdraw' }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'reason', message: 'somebody else submitted it' }] } })
    expect((await move(id, 'withdraw', { reason: '提交人休假，内容还要补充' })).content.stageHistory?.at(-1)).toMatchObject({ by: { name: '李静' }, reason: '提交人休假，内容还要补充' })
    await move(id, 'submit')
    expect((await move(id, 'withdraw')).content.stage).toBe('draft')
  })

  it('is not moved on from a revision that is no longer in place', async () => {
    const { id, revision } = await wholeCase()
    await save(id, { title: '改过的标题' })
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'submit' }))).toMatchObject({ code: 'conflict' })
  })

  it('says when it was edited since it was judged, and keeps stage and history when a revision is brought back', async () => {
    const { id } = await wholeCase()
    const before = await move(id, 'submit')
    expect(await client.records.changedSinceMove({ id })).toBe(false)
    await save(id, { tags: ['安全'] })
    expect(await client.records.changedSinceMove({ id })).toBe(false)
    const edited = await save(id, { title: '改过的标题' })
    expect(await client.records.changedSinceMove({ id })).toBe(true)
    expect(edited.content.stageHistory).toEqual(before.content.stageHistory)
    const [, , first] = (await client.records.history({ id })).revisions.toReversed()
    await client.records.restoreRevision({ id, base: edited.revision.id, revisionId: first?.revisionId ?? '' })
    const restored = await client.records.get({ id })
    expect([restored.content.stage, restored.content.stageHistory]).toEqual(['inReview', before.content.stageHistory])
  })
})

it('an activity is planned, held and closed, and opened again with a reason', async () => {
  const { id } = await client.records.create({ type: 'activity', content: { title: '结对子' } })
  await move(id, 'hold')
  await move(id, 'close')
  expect((await move(id, 'reopen', { reason: '漏了一项成果' })).content.stage).toBe('held')
})

describe('many at once', () => {
  it('go on where their gates hold, the others stay with the reason, and all of it is taken back', async () => {
    const [whole, empty, draft] = [await wholeCase(), await emptyCase(), await emptyCase()]
    for (const { id } of [whole, empty]) await move(id, 'submit')
    await beSomebody('李静')
    const ids = [whole, empty, draft].map(({ id }) => id)
    const { operationId, done, kept } = await client.records.bulkMove({ selection: { ids }, move: 'validate' })
    expect([done, kept.map(({ id, why }) => [id, why])]).toEqual([1, [[empty.id, 'gateNotMet'], [draft.id, 'otherStage']]])
    expect((await client.records.get({ id: whole.id })).content).toMatchObject({ stage: 'validated', stageHistory: [{ move: 'submit' }, { move: 'validate', by: { name: '李静' } }] })
    // What was judged stays, whatever is written right after.
    const judged = await client.records.get({ id: whole.id })
    const edited = await save(whole.id, { title: '改过的标题' })
    expect(edited.revision.parents).toEqual([judged.revision.id])
    await client.records.restoreRevision({ id: whole.id, base: edited.revision.id, revisionId: judged.revision.id })
    await client.operations.undo({ id: operationId ?? '' })
    expect((await client.records.get({ id: whole.id })).content).toMatchObject({ stage: 'inReview', stageHistory: [{ move: 'submit' }] })
  })

  it('whose comments can not be read wait too, unless a reason overrides that', async () => {
    const { id } = await wholeCase()
    await move(id, 'submit')
    await beSomebody('李静')
    const path = join(home.home, '资料库', 'comments', id.slice(-2), `${id}.json`)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, '{')
    const { revision } = await client.records.get({ id })
    expect(await failureOf(client.records.move({ id, base: revision.id, move: 'validate' }))).toMatchObject({ data: { conditions: [{ key: 'commentsResolved', missing: [{ kind: 'commentsUnread' }] }] } })
    expect((await move(id, 'validate', { override: true, reason: '批注文件坏了，已当面核对' })).content.stage).toBe('validated')
  })

  it('are not moved without the reason that the move needs', async () => {
    const { id } = await wholeCase()
    expect(await failureOf(client.records.bulkMove({ selection: { ids: [id] }, move: 'reject' }))).toMatchObject({ code: 'invalid' })
  })
})
