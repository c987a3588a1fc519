/** Writes footnotes: one that was put in opens at once, one that is there by a click or by Enter. */
import { Button, Input } from 'antd'
import {
  $onUpdate, COMMAND_PRIORITY_EDITOR, HISTORY_MERGE_TAG, mergeRegister, SKIP_DOM_SELECTION_TAG, type LexicalEditor, type NodeKey,
} from 'lexical'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FloatingPanel } from '../floating/FloatingPanel'
import { rectOfNode } from '../floating/selectionRect'
import { $footnoteText, $insertFootnote, $leaveFootnote, $removeFootnote, $setFootnoteText } from './footnoteActions'
import { EDIT_FOOTNOTE_COMMAND, FOOTNOTE_COMMAND } from './footnoteCommands'
import css from './footnotes.module.css'

/** `isNew`: it was put in only now, so that what is typed belongs to the same step to undo. */
interface Open { key: NodeKey, isNew: boolean }

const FootnoteField = ({ editor, open, onDone, onRemove }: { editor: LexicalEditor, open: Open, onDone: () => void, onRemove: () => void }) => {
  const { t } = useTranslation('editor')
  const [text, setText] = useState(() => editor.read(() => $footnoteText(open.key)))
  const isFirst = useRef(!open.isNew)
  const change = (next: string): void => {
    setText(next)
    // The focus stays in the field.
    editor.update(() => { $setFootnoteText(open.key, next) }, { tag: isFirst.current ? SKIP_DOM_SELECTION_TAG : [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG] })
    isFirst.current = false
  }
  return (
    <div className={css.note}>
      <Input.TextArea
        autoFocus autoSize={{ minRows: 2, maxRows: 8 }} aria-label={t('note.text')} placeholder={t('note.placeholder')} value={text}
        onChange={(event) => { change(event.target.value) }}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); onDone() } }}
      />
      <div className={css.actions}>
        <Button size="small" type="text" danger onClick={onRemove}>{t('note.remove')}</Button>
        <Button size="small" type="primary" onClick={onDone}>{t('note.done')}</Button>
      </div>
    </div>
  )
}

export const FootnoteTools = ({ editor }: { editor: LexicalEditor }) => {
  const { t } = useTranslation('editor')
  const [open, setOpen] = useState<Open>()
  useEffect(() => mergeRegister(
    editor.registerCommand(FOOTNOTE_COMMAND, () => {
      const key = $insertFootnote()
      // Not before the text is drawn with it, which takes the focus.
      if (key !== undefined) $onUpdate(() => { setOpen({ key, isNew: true }) })
      return true
    }, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(EDIT_FOOTNOTE_COMMAND, (key) => { setOpen({ key, isNew: false }); return true }, COMMAND_PRIORITY_EDITOR),
  ), [editor])
  const leave = useCallback(($act: (key: NodeKey) => void) => {
    if (!open) return
    setOpen(undefined)
    editor.focus(() => { editor.update(() => { $act(open.key) }, { tag: HISTORY_MERGE_TAG }) })
  }, [editor, open])
  const done = useCallback(() => { leave($leaveFootnote) }, [leave])
  if (!open) return null
  return (
    <FloatingPanel at={() => rectOfNode(editor, open.key)} label={t('note.title')} onClose={done}>
      <FootnoteField
        key={open.key} editor={editor} open={open} onDone={done}
        onRemove={() => { setOpen(undefined); editor.focus(() => { editor.update(() => { $removeFootnote(open.key) }) }) }}
      />
    </FloatingPanel>
  )
}
