/** The form of each text: what its recipient knows it by from before, or a new one. */
import { createForms } from '#shared/model/masking/forms'
import type { SensitiveKind } from '#shared/model/masking/sensitive'

/** `known`: forms by text that the recipient knows. `stands`: whether a form stands in what is sent as a text of its own; then it is none. */
export const createGivenForms = (known: ReadonlyMap<string, string>, stands: (form: string) => boolean): ((kind: SensitiveKind, text: string) => string) => {
  const given = new Set([...known.values()].filter((form) => !stands(form)))
  const newForm = createForms((form) => stands(form) || given.has(form))
  return (kind, text) => {
    const before = known.get(text)
    return before === undefined || stands(before) ? newForm(kind, text) : before
  }
}
