/** Definitions of types and lives that contradict themselves would show on no screen until somebody meets them. */
import { describe, expect, it } from 'vitest'
import { fieldText, misfits, optionOf, type FieldDefinition, type PlainField } from './fields'
import { lives, type Life } from './life/lives.data'
import { movesFrom } from './life/moves'
import { fieldOf, recordTypes, RecordType, sectionKeysOf, stagesOf } from './recordTypes'

const twice = (words: readonly string[]): string[] => words.filter((word, index) => words.indexOf(word) !== index)
const plainFields = (field: FieldDefinition): readonly PlainField[] => (field.kind === 'rows' ? field.columns : [field])

describe.each(RecordType.options)('the type %s', (type) => {
  const { fields } = recordTypes[type]

  it('names no section, field or column twice', () => {
    expect([...twice(sectionKeysOf(type)), ...twice(fields.map(({ key }) => key)), ...fields.flatMap((field) => twice(plainFields(field).map(({ key }) => key)))]).toEqual([])
  })

  it('has options that mean one thing each', () => {
    const words = fields.flatMap(plainFields).map((field) => ('options' in field ? field.options.flatMap(({ value, also = [] }) => [value, ...also]) : []))
    expect(words.flatMap(twice)).toEqual([])
  })
})

describe.each(Object.entries<Life>(lives))('the life %s', (_name, { stages, moves }) => {
  it('moves between its own stages only, and names no move twice from one of them', () => {
    for (const { from, to } of moves) expect([...stages, 'before']).toEqual(expect.arrayContaining([...from, to]))
    for (const stage of stages) expect(twice(moves.filter(({ from }) => from.includes(stage)).map(({ key }) => key))).toEqual([])
  })
})

it('every stage of a type that has moves is left again, but by what leads nowhere', () => {
  for (const type of RecordType.options.filter((each) => each !== 'product')) {
    for (const stage of stagesOf(type)) expect(movesFrom({ type, stage }), `${type} ${stage}`).not.toHaveLength(0)
  }
})

describe('a value', () => {
  const kind = fieldOf('tool', 'kind')

  it('is told by the name of its option, also where an older word stands for it', () => {
    if (kind?.kind !== 'choice') throw new Error('no choice')
    expect(optionOf(kind.options, '检查表')?.value).toBe('checklist')
    expect([fieldText(kind, 'form', 'zh-CN'), fieldText(kind, '清单', 'en'), fieldText(kind, '没见过的', 'zh-CN')]).toEqual(['表单', 'Checklist', '没见过的'])
  })

  it('that does not fit may stay, and may not come', () => {
    const { fields } = recordTypes.tool
    expect(misfits(fields, { kind: '没见过的' }, { kind: '没见过的', owner: '运维中心' })).toEqual([])
    expect(misfits(fields, {}, { kind: '没见过的' })).toEqual(['kind'])
  })
})
