/** Marks the words that open comments are about, by the browser's own highlights, since they run across what is drawn; a click on them shows the comment. */
import { useEffect, type RefObject } from 'react'
import type { CommentAnchor } from '#shared/model/comments'
import { anchorRange, isOn } from './anchoring'
import { useComments } from './CommentsContext'

const names = { comment: 'lf-comment', active: 'lf-comment-active' } as const

const mark = (name: string, ranges: readonly Range[]): void => { CSS.highlights.set(name, new Highlight(...ranges)) }

/** `drawn` changes when the text is drawn anew. */
export const useCommentMarks = (column: RefObject<HTMLElement | null>, drawn: unknown): void => {
  const { list, draft, activeId, show } = useComments()
  const draftAnchor = draft?.anchor

  useEffect(() => {
    const element = column.current
    if (!element || !('highlights' in CSS)) return
    const rangeOf = (anchor: CommentAnchor | null | undefined): Range[] => { const range = anchor && anchorRange(element, anchor); return range ? [range] : [] }
    const open = list.filter(({ resolved, anchor }) => !resolved && anchor)
    let ranges = new Map<string, Range>()
    const draw = (): void => {
      ranges = new Map(open.flatMap(({ id, anchor }) => rangeOf(anchor).map((range) => [id, range] as const)))
      const active = list.find(({ id }) => id === activeId)
      mark(names.comment, [...ranges].flatMap(([id, range]) => (id === activeId ? [] : [range])))
      mark(names.active, [...rangeOf(draftAnchor), ...rangeOf(active?.anchor)])
    }
    draw()
    let frame = 0
    const observer = new MutationObserver(() => { cancelAnimationFrame(frame); frame = requestAnimationFrame(draw) })
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    const clicked = ({ clientX, clientY }: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false) return
      const hit = [...ranges].find(([, range]) => isOn(range, clientX, clientY))
      if (hit) show(hit[0])
    }
    element.addEventListener('click', clicked)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      element.removeEventListener('click', clicked)
      for (const name of Object.values(names)) CSS.highlights.delete(name)
    }
  }, [column, drawn, list, draftAnchor, activeId, show])
}
