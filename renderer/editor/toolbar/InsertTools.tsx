/** Putting in a link, a table or a picture, and what is wanted more seldom in a menu. */
import { Dropdown } from 'antd'
import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical'
import { Heading, ImagePlus, Link, Minus, Plus, Quote, Superscript, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toneIcons } from '../boxes/tones'
import { $callOut, $toggleQuote } from '../extensions/containers'
import { FOOTNOTE_COMMAND } from '../footnotes/footnoteCommands'
import { LINK_COMMAND } from '../links/linkActions'
import { tones } from '../mapping/nodeState'
import { CHOOSE_PICTURES_COMMAND } from '../pictures/choosePictures'
import { $insertPictures } from '../pictures/insertPictures'
import { TablePicker } from '../tables/TablePicker'
import { $insertDivider, $setBlockKind } from './blockActions'
import type { SelectionState } from './selectionState'
import { ToolButton } from './ToolButton'

interface InsertToolsProps { editor: LexicalEditor, state: SelectionState }

const PictureFiles = ({ editor }: { editor: LexicalEditor }) => {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => editor.registerCommand(CHOOSE_PICTURES_COMMAND, () => { input.current?.click(); return true }, COMMAND_PRIORITY_EDITOR), [editor])
  return (
    <input
      ref={input} type="file" accept="image/*" multiple hidden aria-hidden tabIndex={-1}
      onChange={(event) => {
        const files = [...event.target.files ?? []]
        event.target.value = ''
        if (files.length > 0) editor.update(() => { $insertPictures(files) })
      }}
    />
  )
}

const InsertMenu = ({ editor, state }: InsertToolsProps) => {
  const { t } = useTranslation('editor')
  const entry = (key: string, label: string, Icon: LucideIcon, act: () => void, disabled = false) => ({
    key, label, disabled, icon: <Icon size={16} strokeWidth={1.6} aria-hidden />,
    // The menu had the focus.
    onClick: () => { editor.focus(() => { editor.update(act) }) },
  })
  const inTitle = state.kind === 'section'
  return (
    <Dropdown
      trigger={['click']} destroyOnHidden
      menu={{
        items: [
          entry('section', t('slash.section'), Heading, () => { $setBlockKind('section') }),
          entry('quote', state.inQuote ? t('tool.noQuote') : t('slash.quote'), Quote, $toggleQuote, inTitle),
          ...tones.map((tone) => entry(tone, t(`slash.${tone}`), toneIcons[tone], () => { $callOut(tone) }, inTitle)),
          entry('footnote', t('slash.footnote'), Superscript, () => { editor.dispatchCommand(FOOTNOTE_COMMAND, undefined) }, inTitle),
          entry('divider', t('slash.divider'), Minus, $insertDivider),
        ],
      }}
    >
      <span><ToolButton icon={Plus} label={t('tool.insert')} keys="/" hasMenu /></span>
    </Dropdown>
  )
}

export const InsertTools = ({ editor, state }: InsertToolsProps) => {
  const { t } = useTranslation('editor')
  return (
    <>
      <ToolButton icon={Link} label={t('tool.link')} keys="Ctrl+Shift+K" disabled={state.kind === 'section'} onClick={() => editor.dispatchCommand(LINK_COMMAND, undefined)} />
      <TablePicker editor={editor} />
      <ToolButton icon={ImagePlus} label={t('tool.picture')} onClick={() => editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, undefined)} />
      <PictureFiles editor={editor} />
      <InsertMenu editor={editor} state={state} />
    </>
  )
}
