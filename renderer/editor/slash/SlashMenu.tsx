/** The menu that a slash opens: what can be put in, narrowed by what is typed on. The keys and the caret stay the text's. */
import {
  COMMAND_PRIORITY_CRITICAL, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, mergeRegister, type LexicalEditor,
} from 'lexical'
import {
  FileText, Heading, Heading1, Heading2, Heading3, ImagePlus, List, ListChecks, ListOrdered, Minus, Quote, Superscript, Table,
} from 'lucide-react'
import { useCallback, useEffect, useId, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { toneIcons } from '../boxes/tones'
import { FloatingPanel } from '../floating/FloatingPanel'
import { movedIndex, optionId, OptionList } from '../floating/OptionList'
import { rectOfText } from '../floating/selectionRect'
import { ChineseNumbers } from '../toolbar/ChineseNumbers'
import { matchingItems } from './matchingItems'
import { slashActions } from './slashActions'
import { $removeSlashQuery, $slashQuery, isSlashTyped, type SlashQuery } from './slashQuery'
import type { SlashItem } from './slashWords.data'

const icons: Readonly<Record<SlashItem, ComponentType<{ size?: number, 'aria-hidden'?: boolean }>>> = {
  section: Heading, heading1: Heading1, heading2: Heading2, heading3: Heading3, bullet: List, number: ListOrdered, chinese: ChineseNumbers, check: ListChecks,
  table: Table, picture: ImagePlus, quote: Quote, ...toneIcons, divider: Minus, footnote: Superscript, link: FileText,
}

/** It opens when a slash is typed and no input method is at work, and goes with its slash. */
const useSlash = (editor: LexicalEditor) => {
  const [slash, setSlash] = useState<SlashQuery>()
  useEffect(() => editor.registerUpdateListener(({ editorState, prevEditorState }) => {
    const at = editorState.read($slashQuery)
    setSlash((before) => {
      if (!at) return undefined
      if (before) return before.key === at.key && before.from === at.from ? at : undefined
      return !editor.isComposing() && isSlashTyped(at, editorState, prevEditorState) ? at : undefined
    })
  }), [editor])
  return [slash, useCallback(() => { setSlash(undefined) }, [])] as const
}

interface MenuProps { editor: LexicalEditor, slash: SlashQuery, items: readonly SlashItem[], onClose: () => void }

const Menu = ({ editor, slash, items, onClose }: MenuProps) => {
  const { t } = useTranslation('editor')
  const listId = useId()
  const [active, setActive] = useState(0)
  const at = Math.min(active, items.length - 1)
  const choose = useCallback((index: number): void => {
    const item = items[index]
    if (!item) return
    onClose()
    editor.update(() => {
      $removeSlashQuery(slash)
      slashActions[item](editor)
    })
  }, [editor, slash, items, onClose])
  useEffect(() => {
    const move = (event: KeyboardEvent): boolean => {
      const moved = movedIndex(event.key, at, items.length)
      if (moved === undefined) return false
      event.preventDefault()
      setActive(moved)
      return true
    }
    const take = (event: KeyboardEvent | null): boolean => { event?.preventDefault(); choose(at); return true }
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, move, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, move, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, () => { onClose(); return true }, COMMAND_PRIORITY_CRITICAL),
    )
  }, [editor, at, items.length, choose, onClose])
  useEffect(() => {
    const text = editor.getRootElement()
    text?.setAttribute('aria-controls', listId)
    text?.setAttribute('aria-activedescendant', optionId(listId, at))
    return () => { text?.removeAttribute('aria-controls'); text?.removeAttribute('aria-activedescendant') }
  }, [editor, listId, at])
  return (
    <FloatingPanel at={() => rectOfText(editor, slash.key, slash.from, slash.to)} label={t('slash.title')} role="group" onClose={onClose}>
      <OptionList
        id={listId} label={t('slash.title')} active={at} onActive={setActive} onChoose={choose} isReachable
        options={items.map((item) => {
          const Icon = icons[item]
          return { id: item, icon: <Icon size={16} aria-hidden />, label: t(`slash.${item}`) }
        })}
      />
    </FloatingPanel>
  )
}

export const SlashMenu = ({ editor }: { editor: LexicalEditor }) => {
  const [slash, close] = useSlash(editor)
  const items = slash ? matchingItems(slash.query) : []
  return slash && items.length > 0 ? <Menu key={slash.query} editor={editor} slash={slash} items={items} onClose={close} /> : null
}
