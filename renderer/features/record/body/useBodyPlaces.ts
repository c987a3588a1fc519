/** Ways into the body from outside: to a section, made first if it is missing; with the caret in it; and an excerpt put in. */
import { useCallback, useRef, useState, type RefObject } from 'react'
import type { BodyEditorHandle } from '#renderer/editor'
import { newSection, type Section } from '#shared/model/body/body'
import type { Block } from '#shared/model/body/blocks'
import type { Language } from '#shared/model/language'
import { sectionTitle } from '#shared/model/recordTypes'
import type { OpenRecord } from '../session/useRecordSession'
import { sectionAfter, withBlockAtEnd } from './bodySections'
import { showPlace } from './useShownPlace'

interface BodyFacts {
  open: OpenRecord
  column: RefObject<HTMLDivElement | null>
  /** The language of the library: titles are content. */
  language: Language
  onEdit: () => void
}

/** After the page has drawn what was just changed. */
const afterDrawing = (run: () => void): void => { requestAnimationFrame(() => requestAnimationFrame(run)) }

export const useBodyPlaces = ({ open: { session }, column, language, onEdit }: BodyFacts) => {
  const handle = useRef<BodyEditorHandle>(null)
  const waiting = useRef<((editor: BodyEditorHandle) => void) | undefined>(undefined)
  /** Sections that were asked for and are not in the text yet, by key: asked for again, it is the same one. */
  const coming = useRef(new Map<string, Section>())
  /** While the caret is led somewhere, editing does not begin at the first line in sight. */
  const [isLed, setIsLed] = useState(false)

  const attach = useCallback((editor: BodyEditorHandle | null) => {
    handle.current = editor
    const run = waiting.current
    if (!editor || !run) return
    waiting.current = undefined
    afterDrawing(() => run(editor))
  }, [])

  const whenEditing = (run: (editor: BodyEditorHandle) => void): void => {
    if (handle.current) { run(handle.current); return }
    waiting.current = run
    setIsLed(true)
    onEdit()
  }

  const show = (place: { sectionId?: string; blockId?: string }, lightIt: boolean): void =>
    afterDrawing(() => { if (column.current) showPlace(column.current, place, lightIt) })

  const stopLeading = useCallback((): void => setIsLed(false), [])

  const begin = useCallback((): void => handle.current?.caretTo(undefined), [])

  return {
    attach, isLed, show,
    stopLeading,
    /** Takes the caret to the body's first line, if it is edited. */
    begin,
    /** Takes the caret to the first line of a section, if the body is edited, and the section into sight. */
    enter: (sectionId: string): void => {
      handle.current?.caretTo(sectionId)
      show({ sectionId }, false)
    },
    /** Takes the caret along to a section while the text is edited, so that what is taken next comes there. */
    follow: (sectionId: string): void => handle.current?.caretInto(sectionId),
    /** Takes the caret into the section of a key, which is made if it is not there, and answers with its id. */
    writeIn: (key: string): string => {
      // What was just typed may have made or taken away the section: saving shows it.
      void session.flush()
      const { body, type } = session.view().record.content
      const there = body.sections.find((section) => section.key === key)
      const section = there ?? coming.current.get(key) ?? newSection(key, sectionTitle(key, language))
      if (there) coming.current.delete(key)
      else coming.current.set(key, section)
      whenEditing((editor) => {
        if (coming.current.delete(key)) editor.putSection(section, sectionAfter(body, key, type))
        editor.caretInto(section.id)
        show({ sectionId: section.id }, false)
        void session.flush()
      })
      return section.id
    },
    /** Puts a block in at the caret, or at the end of a section, and lights it up. Answers with the section that it came into. */
    put: (block: Block, sectionId: string | undefined): string | undefined => {
      const into = handle.current ? handle.current.putBlock(block, sectionId) : sectionId
      if (!handle.current) session.change({ body: withBlockAtEnd(session.view().record.content.body, sectionId, block) })
      show({ blockId: block.id }, true)
      void session.flush()
      return into
    },
  }
}
