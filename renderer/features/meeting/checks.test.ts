/** What is looked at before a meeting. */
import { describe, expect, it } from 'vitest'
import { emptyBody, newSection } from '#shared/model/body/body'
import { agendaOf } from '#shared/model/meeting/agenda'
import { checksOf, type ShownFacts } from './checks'

const clean: ShownFacts = { restricted: [], missing: [], coarse: [] }
const id = '0190a1b2-0000-7000-8000-000000000001'
const filled = (key: string) => ({ ...newSection(key, key), blocks: [{ type: 'paragraph' as const, id: `p-${key}`, inlines: [{ type: 'text' as const, text: '有' }] }] })
const body = { ...emptyBody(), sections: [filled('notice'), filled('guide')] }
const items = (rows: readonly object[]) => agendaOf({ date: '2026-12-04', fields: { agenda: rows.map((row, index) => ({ id: `r${index}`, ...row })) } })
const talk = { time: '9:00', minutes: 30, note: '讲', presenter: '王', rehearsed: 1500 }

describe('before a meeting', () => {
  it('all is met where nothing is open', () => {
    expect(checksOf({ id, content: { body } }, items([talk, { kind: 'break', minutes: 15 }, { kind: 'discussion', note: '讨论', host: '李' }]), clean).every(({ isMet }) => isMet === true)).toBe(true)
  })

  it('what is open says where it is seen to', () => {
    const checks = checksOf({ id, content: { body: emptyBody() } }, items([{ ...talk, note: '', presenter: '' }, { kind: 'discussion', time: '9:10', note: '讨论' }]), {
      restricted: [{ id: 'x', title: '受控' }], missing: [], coarse: [{ recordId: 'y', blockId: 'b', title: '图', width: 600 }],
    })
    expect(checks.map(({ key, variant, place }) => [key, variant, place])).toEqual([
      ['content', 'bare', { kind: 'item', id: 'r0' }], ['people', 'presenter', { kind: 'item', id: 'r0', field: 'presenter' }], ['times', 'overlap', { kind: 'item', id: 'r1', field: 'time' }],
      ['restricted', 'records', { kind: 'record', id: 'x' }], ['pictures', undefined, { kind: 'record', id: 'y', blockId: 'b' }], ['rehearsed', undefined, undefined], ['texts', 'notice', { kind: 'section', key: 'notice' }],
    ])
  })

  it('a day that goes past midnight is told, and how many items lack somebody', () => {
    const checks = checksOf({ id, content: { body } }, items([{ ...talk, minutes: 890, rehearsed: 0 }, { ...talk, time: '', minutes: 20, presenter: '' }, { kind: 'visit', note: '看', minutes: 10 }]), clean)
    expect(checks.filter(({ isMet }) => isMet !== true).map(({ key, variant, said, place }) => [key, variant, said.count, place])).toEqual([
      ['people', 'presenter', 2, { kind: 'item', id: 'r1', field: 'presenter' }], ['times', 'late', undefined, { kind: 'item', id: 'r1', field: 'day' }], ['rehearsed', 'over', undefined, { kind: 'item', id: 'r1' }],
    ])
    expect(checksOf({ id, content: { body } }, items([{ ...talk, minutes: 900 }]), clean).find(({ key }) => key === 'times')?.isMet).toBe(true)
  })

  it('a rehearsal that took longer than the talk may is told, and what is not read yet is not known', () => {
    const checks = checksOf({ id, content: { body } }, items([{ ...talk, questions: 10, rehearsed: 1801 }]), { restricted: undefined, missing: undefined, coarse: undefined })
    expect(checks.map(({ key, isMet, variant }) => [key, isMet, variant])).toContainEqual(['rehearsed', false, 'over'])
    expect(checks.filter(({ isMet }) => isMet === undefined).map(({ key }) => key)).toEqual(['content', 'restricted', 'pictures'])
  })

  it('a rehearsal is measured by all minutes of its item, as it is where it is rehearsed', () => {
    const checks = checksOf({ id, content: { body } }, items([{ ...talk, questions: 10, rehearsed: 1800 }]), clean)
    expect(checks.find(({ key }) => key === 'rehearsed')?.isMet).toBe(true)
  })

  it('a meeting that is restricted itself is told, and a record that is not in the library with the item that shows it', () => {
    const checks = checksOf({ id, content: { body } }, items([talk, { ...talk, time: '' }]), { restricted: [{ id: 'x', title: '受控' }, { id, title: '会' }], missing: [{ itemId: 'r1', title: '没有了' }], coarse: [] })
    expect(checks.filter(({ isMet }) => isMet !== true).map(({ key, variant, place }) => [key, variant, place])).toEqual([
      ['content', 'missing', { kind: 'item', id: 'r1' }], ['restricted', 'both', { kind: 'field', key: 'confidentiality' }],
    ])
  })
})
