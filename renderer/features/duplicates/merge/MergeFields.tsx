/** The fields that differ, each with both values and what is taken. */
import { FieldRow } from '#renderer/features/revisions'
import type { MergeChoice, MergeChoices, MergedField } from '#shared/model/merging'
import type { RecordType } from '#shared/model/recordTypes'
import { Choice, takenSides } from './Choice'
import { useFieldTexts } from './useFieldTexts'

interface MergeFieldsProps { type: RecordType; fields: readonly MergedField[]; choices: MergeChoices; onChoose: (key: string, choice: MergeChoice) => void }

export const MergeFields = ({ type, fields, choices, onChoose }: MergeFieldsProps) => {
  const { labelOf, textOf } = useFieldTexts(type, fields.flatMap(({ into, from }) => [into, from]))
  return fields.map(({ key, into, from, choices: all, preset }) => {
    const choice = choices.get(key) ?? preset
    return (
      <FieldRow key={key} label={labelOf(key)} before={textOf(key, into)} after={textOf(key, from)} taken={takenSides[choice]}>
        <Choice what={labelOf(key)} choices={all} value={choice} onChoose={(next) => { onChoose(key, next) }} />
      </FieldRow>
    )
  })
}
