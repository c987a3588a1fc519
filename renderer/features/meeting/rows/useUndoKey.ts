/** Ctrl+Z in a part of the page takes back what was done to its table; in a field, what was typed there comes first. */
import type { KeyboardEvent } from 'react'
import { soon } from '../focusSoon'
import type { Rows } from './useRows'

const takesText = (target: EventTarget): boolean => target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox')

export const useUndoKey = (rows: Rows): ((event: KeyboardEvent<HTMLElement>) => void) => (event) => {
  if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || takesText(event.target)) return
  event.preventDefault()
  rows.undo()
  const { currentTarget: part, target } = event
  const { id } = target instanceof HTMLElement ? target : { id: '' }
  soon(() => (document.activeElement === document.body ? document.getElementById(id) ?? part : undefined))
}
