/** The feedback of a meeting. */
import { describe, expect, it } from 'vitest'
import { averageOf, feedbackQuestions, withCounted } from './feedback'
import { isTheirs, outcomesOf } from './followUps'

describe('the feedback of a meeting', () => {
  it('asks what is usual and about each talk, until it has questions of its own', () => {
    const agenda = [{ id: 'a', title: '一线一码' }, { id: 'b', kind: 'break', title: '茶歇' }, { id: 'c', title: '一线一码' }]
    expect(feedbackQuestions({ date: '', fields: { agenda } }, 'zh-CN').slice(-2)).toEqual(['总体评价', '一线一码'])
    expect(feedbackQuestions({ date: '', fields: { agenda, feedback: [{ id: 'q', question: '收获' }] } }, 'zh-CN')).toEqual(['收获'])
  })

  it('is counted on or anew, under the rows that are there', () => {
    const rows = [{ id: 'q', question: '收获', of5: 2, of4: 1 }, { id: 'p', question: '场地', of3: 1 }]
    const counted = [{ question: '收获', marks: [1, 0, 0, 0, 1] }]
    expect(withCounted(rows, counted, true)).toEqual([{ id: 'q', question: '收获', of5: 3, of4: 1, of3: 0, of2: 0, of1: 1 }, rows[1]])
    expect(withCounted(rows, counted, false)).toEqual([{ id: 'q', question: '收获', of5: 1, of4: 0, of3: 0, of2: 0, of1: 1 }])
    expect([averageOf([1, 0, 0, 0, 1]), averageOf([0, 0, 0, 0, 0])]).toEqual([3, undefined])
  })
})

it('what is to be done is that of a person, a unit or a post that is named', () => {
  expect(outcomesOf({ fields: { outcomes: [{ id: 'a', what: '刻码', who: '王工、李工', due: '2026-12' }, { id: 'b', who: '无' }] } })).toEqual([{ id: 'a', what: '刻码', who: '王工、李工', due: '2026-12', isDone: false }])
  expect([isTheirs('王工、李工', ['李工']), isTheirs('变电运维中心', ['张三', '变电运维中心']), isTheirs('王工', ['王']), isTheirs('', [''])]).toEqual([true, true, false, false])
})
