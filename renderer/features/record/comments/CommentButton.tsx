/** Offers to comment on what is selected in the text, right above it; Ctrl+Alt+M does the same, as in Word. */
import { Button } from 'antd'
import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { selectedWords } from './anchoring'
import styles from './comments.module.css'
import { useComments } from './CommentsContext'

/** In CSS pixels from the corner of the column. */
interface Place { top: number; left: number }

const buttonHeight = 34

const placeOf = (column: HTMLElement): Place | undefined => {
  const selected = selectedWords(column)
  if (!selected) return undefined
  const [box, origin] = [selected.range.getBoundingClientRect(), column.getBoundingClientRect()]
  const above = box.top - origin.top - buttonHeight
  return { top: column.scrollTop + (above > 0 ? above : box.bottom - origin.top + 6), left: Math.max(8, Math.min(box.left - origin.left, column.clientWidth - 150)) }
}

export const CommentButton = ({ column }: { column: RefObject<HTMLElement | null> }) => {
  const { t } = useTranslation('record')
  const { begin } = useComments()
  const [place, setPlace] = useState<Place>()

  useEffect(() => {
    const element = column.current
    if (!element) return
    const control = new AbortController()
    const { signal } = control
    let isDragging = false
    const look = (): void => { if (!isDragging) setPlace(placeOf(element)) }
    document.addEventListener('selectionchange', look, { signal })
    element.addEventListener('pointerdown', () => { isDragging = true }, { signal })
    const letGo = (): void => { if (isDragging) { isDragging = false; look() } }
    window.addEventListener('pointerup', letGo, { signal })
    window.addEventListener('pointercancel', letGo, { signal })
    window.addEventListener('keydown', (event) => {
      if (event.isComposing || !event.ctrlKey || !event.altKey || event.code !== 'KeyM') return
      event.preventDefault()
      begin(selectedWords(element)?.anchor ?? null)
    }, { signal })
    return () => control.abort()
  }, [column, begin])

  const comment = (): void => {
    const words = column.current && selectedWords(column.current)
    if (words) begin(words.anchor)
    setPlace(undefined)
  }
  return place && (
    <div className={styles.offer} style={place} onMouseDown={(event) => event.preventDefault()} onPointerDown={(event) => event.stopPropagation()}>
      <Button size="small" tabIndex={-1} icon={<MessageSquarePlus size={14} />} aria-keyshortcuts="Control+Alt+M" onClick={comment}>{t('comments.comment')}<Keycap>Ctrl Alt M</Keycap></Button>
    </div>
  )
}
