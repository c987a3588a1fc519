/** Whatever is deleted, brought back, edited and undone in whatever order: what is here and in the trash is what a model in memory says. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestHome } from '../../../../tests/support/testCore'

const records = 4
const some = fc.uniqueArray(fc.nat(records - 1), { minLength: 1, maxLength: records })

const step = fc.oneof(
  fc.record({ do: fc.constant('remove' as const), of: some }),
  fc.record({ do: fc.constant('restore' as const), of: some }),
  fc.record({ do: fc.constant('tag' as const), of: some, tag: fc.constantFrom('一', '二', '三') }),
  fc.record({ do: fc.constant('save' as const), of: some, title: fc.string({ minLength: 1, maxLength: 4 }).filter((title) => title.trim() !== '') }),
  fc.record({ do: fc.constant('undo' as const), last: fc.nat(2) }),
  fc.record({ do: fc.constant('restart' as const) }),
)

interface Modelled { title: string; tags: string[]; isHere: boolean }
/** What undoing an operation does: the records that it changed, as they were before and after. */
interface Done { id: string; before: Map<number, Modelled>; after: Map<number, Modelled>; isUndone: boolean }

const same = (a: Modelled, b: Modelled): boolean => a.isHere === b.isHere && a.title === b.title && a.tags.join() === b.tags.join()

it('keeps every record whole, here or in the trash, through any sequence', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
    const home = await createTestHome()
    const folder = await mkdtemp(join(tmpdir(), 'liangfang-sequence-'))
    const path = join(folder, 'library')
    let { client, core } = await home.open()
    try {
      await client.library.create({ path, name: '资料库', unit: '一班', unitCode: 'A' })
      const ids: string[] = []
      let model: Modelled[] = []
      const done: Done[] = []
      for (let index = 0; index < records; index += 1) {
        ids.push((await client.records.create({ type: 'case', content: { title: `案例${index}` } })).id)
        model.push({ title: `案例${index}`, tags: [], isHere: true })
      }
      const idsOf = (of: readonly number[]): string[] => of.map((index) => ids[index] ?? '')
      /** Changes the model as an operation did, and notes what undoing it takes. */
      const enter = (operationId: string | null, change: (record: Modelled, index: number) => Modelled): void => {
        const after = model.map(change)
        const changed = after.flatMap((record, index) => { const before = model[index]; return before && !same(before, record) ? [{ index, before, record }] : [] })
        model = after
        if (changed.length === 0) expect(operationId).toBeNull()
        else done.push({ id: operationId ?? '', isUndone: false, before: new Map(changed.map(({ index, before }) => [index, before])), after: new Map(changed.map(({ index, record }) => [index, record])) })
      }
      for (const each of steps) {
        if (each.do === 'remove') {
          const here = each.of.filter((index) => model[index]?.isHere)
          if (here.length === 0) continue
          const { operationId } = await client.records.remove({ selection: { ids: idsOf(each.of) } })
          enter(operationId, (record, index) => (here.includes(index) ? { ...record, isHere: false } : record))
        } else if (each.do === 'restore') {
          const { operationId } = await client.trash.restore({ ids: idsOf(each.of) })
          enter(operationId, (record, index) => (each.of.includes(index) ? { ...record, isHere: true } : record))
        } else if (each.do === 'tag') {
          const here = each.of.filter((index) => model[index]?.isHere)
          if (here.length === 0) continue
          const { operationId } = await client.records.bulkEdit({ selection: { ids: idsOf(here) }, change: { addTags: [each.tag] } })
          enter(operationId, (record, index) => (here.includes(index) && !record.tags.includes(each.tag) ? { ...record, tags: [...record.tags, each.tag] } : record))
        } else if (each.do === 'save') {
          for (const index of each.of) {
            const record = model[index]
            if (!record?.isHere) continue
            const { revision } = await client.records.get({ id: ids[index] ?? '' })
            await client.records.save({ id: ids[index] ?? '', base: revision.id, changes: { title: each.title } })
            model[index] = { ...record, title: each.title }
          }
        } else if (each.do === 'undo') {
          const operation = done.filter(({ isUndone }) => !isUndone).at(-1 - each.last)
          if (!operation) continue
          const { operationId } = await client.operations.undo({ id: operation.id })
          operation.isUndone = operationId !== null
          enter(operationId, (record, index) => {
            const [before, after] = [operation.before.get(index), operation.after.get(index)]
            return before && after && same(record, after) ? before : record
          })
        } else {
          await core.close()
          ;({ client, core } = await home.open())
          await client.library.open({ path })
        }
        const rows = new Set((await client.trash.list({ offset: 0, limit: 100 })).rows.map(({ id }) => id))
        for (const [index, { isHere, title, tags }] of model.entries()) {
          const id = ids[index] ?? ''
          expect(rows.has(id)).toBe(!isHere)
          const [row] = await client.records.rows({ ids: [id] })
          if (!isHere) expect(row).toBeUndefined()
          else {
            expect(row).toMatchObject({ title, tags })
            expect((await client.records.get({ id })).content).toMatchObject({ title, tags })
          }
        }
      }
    } finally {
      await home.remove()
      await rm(folder, { recursive: true, force: true })
    }
  }), { numRuns: 12 })
})
