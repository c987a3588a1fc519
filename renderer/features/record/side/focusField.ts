/** The element of a field of the type, or of every record, while it is edited. */
export const fieldElementId = (key: string): string => `own-field-${key}`

/** Takes the keys to a field of the type or of every record, if it is edited and in sight. */
export const focusField = (key: string): void => {
  const field = document.getElementById(fieldElementId(key))
  field?.scrollIntoView({ block: 'center' })
  field?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()
}
