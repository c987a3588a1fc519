import { describe, expect, it } from 'vitest'
import { newBlockId } from '#shared/model/ids'
import { stepsOf } from '#shared/model/product/steps'
import { differenceFrom, differenceLines, differencesOf, placeOf, saysDifference, withChange, withRow } from './differences'

const steps = stepsOf({ steps: [{ id: newBlockId(), action: '核对', standard: '三项一致' }, { id: newBlockId(), action: '验电', standard: '逐相' }] })
const [first] = steps
const places = steps.map(placeOf)

describe('local differences', () => {
  it('stand beside the step that they name, the others below', () => {
    const rows = [{ id: newBlockId(), place: '附录', local: '没有' }, { id: newBlockId(), place: '2 验电', standard: '逐相', local: '两人逐相' }]
    expect(differenceLines(steps, differencesOf(rows)).map(({ place, step, difference }) => [place, step?.action, difference?.local])).toEqual([
      ['1 核对', '核对', undefined], ['2 验电', '验电', '两人逐相'], ['附录', undefined, '没有'],
    ])
  })

  it('begin with what the standard says', () => {
    if (!first) throw new Error('no step')
    const row = differenceFrom(first, 0)
    expect(differencesOf([row])).toMatchObject([{ place: placeOf(first, 0), standard: '三项一致', local: '三项一致' }])
    expect(differenceLines(steps, differencesOf([row]))[0]?.difference?.id).toBe(row.id)
  })

  it('keep what else their rows say while one of them changes', () => {
    const row = { id: newBlockId(), place: '附录', later: true }
    expect(withChange({ rows: [row], begun: [] }, row.id, { local: '有' }, places)).toEqual({ rows: [{ ...row, local: '有' }], begun: [] })
  })

  it('are none before a word is changed, and none any more when it is changed back', () => {
    if (!first) throw new Error('no step')
    const row = differenceFrom(first, 0)
    const changed = withChange({ rows: [], begun: [row] }, row.id, { local: '四项一致' }, places)
    expect(changed).toEqual({ rows: [{ ...row, local: '四项一致' }], begun: [] })
    expect(withChange(changed, row.id, { local: '三项一致' }, places)).toEqual({ rows: [], begun: [row] })
    expect(withChange({ rows: [], begun: [row] }, row.id, { reason: '人少' }, places).rows).toHaveLength(1)
  })

  it('of no step are one as soon as they say anything', () => {
    const nothing = { place: '', standard: '', local: '', reason: '' }
    expect([nothing, { ...nothing, place: '附录' }, { ...nothing, local: '没有' }].map((each) => saysDifference(each, places))).toEqual([false, true, true])
  })

  it('come back where they stood', () => {
    const [one, two, three] = [{ id: newBlockId() }, { id: newBlockId() }, { id: newBlockId() }]
    expect(withRow([one, three], two, 1)).toEqual([one, two, three])
    expect(withRow([one, two], two, 0)).toEqual([one, two])
  })
})
