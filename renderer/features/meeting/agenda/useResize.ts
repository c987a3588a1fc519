/** Drags the lower edge of an item: how long it would be while it is dragged, and how long it is once it is let go. */
import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { draggedMinutes } from './agendaRows'

export interface Resize {
  /** While the edge is dragged. */
  minutes: number | undefined
  edge: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: (event: PointerEvent<HTMLElement>) => void
    onPointerCancel: () => void
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  }
}

export const useResize = (before: number, onMinutes: (minutes: number) => void): Resize => {
  const [drag, setDrag] = useState<{ from: number; minutes: number }>()
  return {
    minutes: drag?.minutes,
    edge: {
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus()
        setDrag({ from: event.clientY, minutes: before })
      },
      onPointerMove: (event) => { if (drag) setDrag({ ...drag, minutes: draggedMinutes(before, event.clientY - drag.from, event.shiftKey) }) },
      onPointerUp: () => {
        if (drag && drag.minutes !== before) onMinutes(drag.minutes)
        setDrag(undefined)
      },
      onPointerCancel: () => setDrag(undefined),
      onKeyDown: (event) => {
        if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        event.stopPropagation()
        const by = event.shiftKey ? 1 : 5
        onMinutes(Math.min(Math.max(before + (event.key === 'ArrowUp' ? -by : by), 1), 1440))
      },
    },
  }
}
