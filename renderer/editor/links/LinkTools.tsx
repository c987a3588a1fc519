/** Linking in the editor: the picker opens by the button, by Ctrl+Shift+K and by two opening brackets. */
import {
  $onUpdate, COMMAND_PRIORITY_EDITOR, COMMAND_PRIORITY_NORMAL, isModifierMatch, KEY_DOWN_COMMAND, mergeRegister, type LexicalEditor,
} from 'lexical'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditorSurroundings } from '../EditorContext'
import { FloatingPanel } from '../floating/FloatingPanel'
import { rectOfSelection } from '../floating/selectionRect'
import { $removeBrackets, registerDoubleBrackets } from './doubleBrackets'
import { $canLink, $linkAround, $linkToAddress, $linkToRecord, $removeLink, LINK_COMMAND } from './linkActions'
import { LinkBar } from './LinkBar'
import { LinkPicker, type LinkTarget } from './LinkPicker'

interface Open { href: string, byBrackets: boolean }

const isLinkKey = (event: KeyboardEvent): boolean => event.code === 'KeyK' && isModifierMatch(event, { ctrlKey: true, shiftKey: true })

const $link = (target: LinkTarget, byBrackets: boolean): void => {
  if (byBrackets) $removeBrackets()
  if ('href' in target) $linkToAddress(target.href)
  else $linkToRecord(target.recordId, target.title)
}

const useOpenPicker = (editor: LexicalEditor) => {
  const [open, setOpen] = useState<Open>()
  useEffect(() => mergeRegister(
    editor.registerCommand(LINK_COMMAND, () => {
      const href = $linkAround()?.getURL() ?? ''
      // Not before the text is as it is going to be: drawing it takes the focus, which is then the picker's.
      if ($canLink()) $onUpdate(() => { setOpen({ href, byBrackets: false }) })
      return true
    }, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => {
      if (!isLinkKey(event)) return false
      event.preventDefault()
      return editor.dispatchCommand(LINK_COMMAND, undefined)
    }, COMMAND_PRIORITY_NORMAL),
    registerDoubleBrackets(editor, () => { setOpen({ href: '', byBrackets: true }) }),
  ), [editor])
  return [open, setOpen] as const
}

export const LinkTools = ({ editor }: { editor: LexicalEditor }) => {
  const { t } = useTranslation('editor')
  const { records } = useEditorSurroundings()
  const [open, setOpen] = useOpenPicker(editor)
  const close = useCallback(() => { setOpen(undefined); editor.focus() }, [editor, setOpen])
  const act = ($act: () => void): void => {
    setOpen(undefined)
    editor.focus(() => { editor.update($act) })
  }
  if (!open) return <LinkBar editor={editor} />
  return (
    <FloatingPanel at={() => rectOfSelection(editor)} label={t('link.title')} onClose={close}>
      <LinkPicker
        source={records} href={open.href} onChoose={(target) => { act(() => { $link(target, open.byBrackets) }) }}
        onRemove={open.href === '' ? undefined : () => { act($removeLink) }}
      />
    </FloatingPanel>
  )
}
