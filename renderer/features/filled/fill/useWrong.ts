/** Which fields of a form hold on screen what is no number or no date, and can't be kept. */
import { useState } from 'react'
import type { FormField } from '#shared/model/forms/form'

/** `version`: of the values; what was typed goes from the screen with the values that it was typed into. */
export interface Wrong { version: number; ids: readonly string[] }

export const marked = (before: Wrong, version: number, fieldId: string, isWrong: boolean): Wrong => {
  const ids = before.version === version ? before.ids : []
  if (before.version === version && ids.includes(fieldId) === isWrong) return before
  const others = ids.filter((each) => each !== fieldId)
  return { version, ids: isWrong ? [...others, fieldId] : others }
}

/** The ids in the order of the form. */
export const wrongIn = (form: readonly FormField[], version: number, wrong: Wrong): string[] =>
  wrong.version === version ? form.filter(({ id, kind }) => (kind === 'number' || kind === 'date') && wrong.ids.includes(id)).map(({ id }) => id) : []

export const useWrong = (form: readonly FormField[], version: number): [wrong: string[], onWrong: (fieldId: string, isWrong: boolean) => void] => {
  const [wrong, setWrong] = useState<Wrong>({ version, ids: [] })
  return [wrongIn(form, version, wrong), (fieldId, isWrong) => setWrong((before) => marked(before, version, fieldId, isWrong))]
}
