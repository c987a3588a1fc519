/** Moves blocks: by a handle at the left of the one that is pointed at, and by Alt+Shift with the arrow keys, as in Word. */
import { $getNearestNodeFromDOMNode, COMMAND_PRIORITY_NORMAL, HISTORY_PUSH_TAG, isModifierMatch, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical'
import { GripVertical } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { blockAt } from './blockAt'
import { $moveSelected, $moveTo, type Direction } from './moveBlocks'
import css from './moving.module.css'

/** `top`: where the handle or the line is drawn, in CSS pixels below the beginning of the text. */
interface Pointed { block: HTMLElement, top: number }
interface Drop { target: HTMLElement, direction: Direction, top: number }

type Layer = RefObject<HTMLElement | null>

const useMovingKeys = (editor: LexicalEditor): void => {
  useEffect(() => editor.registerCommand(KEY_DOWN_COMMAND, (event) => {
    if (!isModifierMatch(event, { altKey: true, shiftKey: true }) || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false
    event.preventDefault()
    const direction = event.key === 'ArrowUp' ? 'up' : 'down'
    editor.update(() => { $moveSelected(direction) }, { tag: HISTORY_PUSH_TAG })
    return true
  }, COMMAND_PRIORITY_NORMAL), [editor])
}

const handlePx = 24

const firstLine = (block: HTMLElement): number => Math.min(block.offsetHeight, parseFloat(getComputedStyle(block).lineHeight) || block.offsetHeight)

const pointedAt = (text: HTMLElement, y: number): Pointed | undefined => {
  const block = blockAt(text, y)
  return block && { block, top: block.getBoundingClientRect().top - text.getBoundingClientRect().top + (firstLine(block) - handlePx) / 2 }
}

const dropAt = (text: HTMLElement, y: number): Drop | undefined => {
  const target = blockAt(text, y)
  if (!target) return undefined
  const { top, bottom } = target.getBoundingClientRect()
  const direction = y < (top + bottom) / 2 ? 'up' : 'down'
  return { target, direction, top: (direction === 'up' ? top : bottom) - text.getBoundingClientRect().top - 1 }
}

/** The block that the pointer is at the height of, while no button is held and nothing is typed. */
const usePointedBlock = (text: Layer, column: Layer) => {
  const [pointed, setPointed] = useState<Pointed>()
  useEffect(() => {
    const element = column.current
    let frame = 0
    const moved = (event: globalThis.PointerEvent): void => {
      if (event.buttons !== 0) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => { setPointed(text.current ? pointedAt(text.current, event.clientY) : undefined) })
    }
    const left = (): void => { cancelAnimationFrame(frame); setPointed(undefined) }
    element?.addEventListener('pointermove', moved)
    element?.addEventListener('pointerleave', left)
    element?.addEventListener('keydown', left)
    return () => {
      cancelAnimationFrame(frame)
      element?.removeEventListener('pointermove', moved)
      element?.removeEventListener('pointerleave', left)
      element?.removeEventListener('keydown', left)
    }
  }, [text, column])
  return [pointed, setPointed] as const
}

export const BlockMover = ({ editor, text, column }: { editor: LexicalEditor, text: Layer, column: Layer }) => {
  const { t } = useTranslation('editor')
  const [pointed, setPointed] = usePointedBlock(text, column)
  const [drop, setDrop] = useState<Drop>()
  useMovingKeys(editor)
  const finish = (wanted: Drop | undefined): void => {
    setDrop(undefined)
    setPointed(undefined)
    if (!wanted || !pointed) return
    editor.update(() => {
      const node = $getNearestNodeFromDOMNode(pointed.block)
      const target = $getNearestNodeFromDOMNode(wanted.target)
      if (node && target) $moveTo(node, target, wanted.direction)
    }, { tag: HISTORY_PUSH_TAG })
  }
  return (
    <div className={css.layer} data-find-skip>
      {pointed && (
        <span
          className={css.handle} aria-hidden title={t('move')} style={{ top: pointed.top, height: handlePx }}
          onPointerDown={(event) => { event.preventDefault(); event.currentTarget.setPointerCapture(event.pointerId) }}
          onPointerMove={(event) => { if (event.buttons === 1 && text.current) setDrop(dropAt(text.current, event.clientY)) }}
          onPointerUp={() => { finish(drop) }} onPointerCancel={() => { finish(undefined) }}
        >
          <GripVertical size={16} />
        </span>
      )}
      {drop && <span className={css.line} style={{ top: drop.top }} />}
    </div>
  )
}
