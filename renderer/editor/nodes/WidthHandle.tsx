/** Sets a picture's width by dragging its right edge, or with the arrow keys. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'

interface WidthHandleProps {
  /** CSS pixels; undefined where the picture has its own. */
  width: number | undefined
  /** While dragging, undefined when it ends. */
  onDraft: (width: number | undefined) => void
  onChange: (width: number) => void
}

const narrowest = 48
const widest = 672
const keyStep = 16

const clamp = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)))

export const WidthHandle = ({ width, onDraft, onChange }: WidthHandleProps) => {
  const { t } = useTranslation('editor')
  const drag = useRef<{ x: number, width: number }>(undefined)
  const measured = (element: HTMLElement): number => Math.min(width ?? widest, element.parentElement?.clientWidth ?? widest)
  const widthAt = (event: PointerEvent): number | undefined => {
    const start = drag.current
    // The picture is centred: each side moves by half of what is added.
    return start && clamp(start.width + (event.clientX - start.x) * 2)
  }
  return (
    <span
      className={css.widthHandle} role="slider" tabIndex={0} aria-label={t('picture.width')} aria-valuemin={narrowest} aria-valuemax={widest} aria-valuenow={clamp(width ?? widest)}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, width: measured(event.currentTarget) }
      }}
      onPointerMove={(event) => { const next = widthAt(event); if (next) onDraft(next) }}
      onPointerUp={(event) => { const next = widthAt(event); drag.current = undefined; if (next) onChange(next) }}
      onPointerCancel={() => { drag.current = undefined; onDraft(undefined) }}
      ref={(element) => {
        // The editor keeps keys of a picture's fields from React's listeners, so this one listens itself.
        const onKey = (event: globalThis.KeyboardEvent | KeyboardEvent): void => {
          const step = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0
          if (step === 0 || !element) return
          event.preventDefault()
          onChange(clamp(measured(element) + step))
        }
        element?.addEventListener('keydown', onKey)
        return () => { element?.removeEventListener('keydown', onKey) }
      }}
    />
  )
}
