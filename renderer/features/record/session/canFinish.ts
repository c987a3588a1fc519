/** Whether editing can end: what a field refuses is not thrown away, its field is shown and says why. */
import type { RecordSession } from './recordSession'

/** A field among hidden ones is brought to light first. */
const showField = (field: HTMLElement): void => {
  const tab = field.closest('[role=tabpanel][aria-hidden=true]')?.getAttribute('aria-labelledby')
  if (tab) document.getElementById(tab)?.click()
  requestAnimationFrame(() => { requestAnimationFrame(() => { field.focus() }) })
}

export const canFinish = (session: RecordSession, page: HTMLElement | null): boolean => {
  const { refused } = session.saving()
  const field = refused.length > 0 ? page?.querySelector<HTMLElement>('[aria-invalid=true]') : undefined
  if (field) { showField(field); return false }
  for (const each of refused) session.refuse(each, undefined)
  return true
}
