/** A text that was saved elsewhere while one stands in it: the editor begins anew with it, the caret stays where it was, and it is said. */
import { App } from 'antd'
import { useEffect, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { RecordSession } from '../session/recordSession'

/** So many characters into the block with this id. */
interface CaretPlace { blockId: string; offset: number }

const textOf = (column: HTMLElement | null): HTMLElement | null => column?.querySelector<HTMLElement>('[contenteditable=true]') ?? null

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)

const caretPlace = (column: HTMLElement | null): CaretPlace | undefined => {
  const text = textOf(column)
  const { focusNode = null, focusOffset = 0 } = document.getSelection() ?? {}
  if (!text?.matches(':focus') || !focusNode || !text.contains(focusNode)) return undefined
  const block = elementOf(focusNode)?.closest('[id]')
  if (!block || !text.contains(block)) return { blockId: '', offset: 0 }
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(focusNode, focusOffset)
  return { blockId: block.id, offset: before.toString().length }
}

const putCaret = (column: HTMLElement | null, { blockId, offset }: CaretPlace): void => {
  const text = textOf(column)
  text?.focus({ preventScroll: true })
  const block = text && document.getElementById(blockId)
  if (!block || !text.contains(block)) return
  let left = offset
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (left <= length) { document.getSelection()?.collapse(node, left); return }
    left -= length
  }
  document.getSelection()?.selectAllChildren(block)
  document.getSelection()?.collapseToEnd()
}

export const useSavedElsewhere = (column: RefObject<HTMLElement | null>, session: RecordSession): void => {
  const { t } = useTranslation('record')
  const { notification } = App.useApp()
  useEffect(() => {
    let { bodyVersion } = session.view()
    // The session tells before the page is drawn anew.
    return session.subscribe(() => {
      const { record, bodyVersion: now } = session.view()
      if (now === bodyVersion) return
      bodyVersion = now
      const place = caretPlace(column.current)
      if (!place) return
      requestAnimationFrame(() => { requestAnimationFrame(() => putCaret(column.current, place)) })
      const { by, at } = record.revision
      notification.info({ key: 'saved-elsewhere', title: t('elsewhere.title'), description: t('elsewhere.text', { who: by.name || t('conflict.someone'), time: formatMoment(at) }) })
    })
  }, [column, notification, session, t])
}
