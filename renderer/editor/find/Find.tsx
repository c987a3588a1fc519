/** Opens the bar to find and replace by Ctrl+F and Ctrl+H, wherever on the page the keys are pressed but in a dialog. */
import { $getSelection, $isRangeSelection, $setSelection, COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical'
import { useEffect, useState, type RefObject } from 'react'
import css from './find.module.css'
import { FindBar } from './FindBar'
import { FIND_COMMAND } from './findCommand'
import { $selectionOf } from './replaceMatches'

interface FindProps {
  root: RefObject<Element | null>
  column: RefObject<HTMLElement | null>
  /** Undefined while the text is only read. */
  editor?: LexicalEditor
}

interface Asked { times: number, replacing: boolean, text: string }

const longestStart = 60

const selectedText = (editor: LexicalEditor | undefined): string => {
  const text = editor
    ? editor.read(() => { const selection = $getSelection(); return $isRangeSelection(selection) ? selection.getTextContent() : '' })
    : document.getSelection()?.toString() ?? ''
  return text.length <= longestStart && !text.includes('\n') ? text : ''
}

const isElsewhere = (target: EventTarget | null, bar: Element | null): boolean => {
  const dialog = target instanceof Element ? target.closest('[role=dialog]') : null
  return dialog !== null && bar?.contains(dialog) !== true
}

/** Puts the caret where the match is. */
const leaveAt = (range: Range | undefined, editor: LexicalEditor | undefined, column: HTMLElement | null): void => {
  if (!editor) {
    column?.focus({ preventScroll: true })
    if (range) document.getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    return
  }
  editor.focus(() => {
    editor.update(() => {
      const selection = range && $selectionOf(range)
      if (selection) $setSelection(selection)
    })
  })
}

export const Find = ({ root, column, editor }: FindProps) => {
  const [asked, setAsked] = useState<Asked>()
  const [place, setPlace] = useState<HTMLDivElement | null>(null)
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isWish = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && !event.isComposing
      const replacing = event.key === 'h' || event.key === 'H'
      if (!isWish || (event.key !== 'f' && event.key !== 'F' && !replacing) || isElsewhere(event.target, place)) return
      event.preventDefault()
      setAsked((before) => ({ times: (before?.times ?? 0) + 1, replacing, text: before?.text ?? selectedText(editor) }))
    }
    window.addEventListener('keydown', pressed, true)
    return () => { window.removeEventListener('keydown', pressed, true) }
  }, [editor, place])
  useEffect(() => editor?.registerCommand(FIND_COMMAND, () => {
    setAsked((before) => ({ times: (before?.times ?? 0) + 1, replacing: false, text: before?.text ?? selectedText(editor) }))
    return true
  }, COMMAND_PRIORITY_EDITOR), [editor])
  const close = (range: Range | undefined): void => {
    setAsked(undefined)
    leaveAt(range, editor, column.current)
  }
  return (
    <div ref={setPlace} className={css.dock} data-find-skip>
      {asked && <FindBar root={root} column={column} editor={editor} initialText={asked.text} asked={asked} onClose={close} />}
    </div>
  )
}
