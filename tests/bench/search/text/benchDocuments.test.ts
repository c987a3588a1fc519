import { expect, it } from 'vitest'
import { hanWords, makeLibrary } from './benchDocuments'
import { madeSentences } from './madeSentences'
import { sentencesOf } from './textSource'

const sentences = sentencesOf('变电站二次回路检修前，班组先把图纸与现场逐一核对。导线弧垂随气温变化，测量时要记录风速和负荷！停电计划提前三天公布。')

it('divides text into sentences with what ends them', () => {
  expect(sentences).toHaveLength(3)
  expect(sentences[1]).toBe('导线弧垂随气温变化，测量时要记录风速和负荷！')
})

it('names the words of a text', () => {
  expect(hanWords('停电计划 110kV')).toContain('计划')
})

it('makes the same record at the same place, of about 1,400 characters, and another one beside it', () => {
  const many = madeSentences(sentences).slice(0, 5000)
  const [first, second] = [makeLibrary(many), makeLibrary(many)]
  expect(second.document(7)).toEqual(first.document(7))
  expect([...second.documents(7, 8)]).toEqual([first.document(7)])
  expect(first.document(8).id).not.toBe(first.document(7).id)
  const length = first.document(7).pieces.reduce((sum, { text }) => sum + text.length, 0)
  expect(length).toBeGreaterThan(1300)
  expect(length).toBeLessThan(1600)
})
