/** What text and lines can look like beyond bold, italic and underline, in a menu that shows what is set. */
import { Dropdown } from 'antd'
import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical'
import {
  Baseline, Check, Highlighter, RemoveFormatting, Strikethrough, Subscript, Superscript, TextAlignCenter, TextAlignEnd, TextAlignJustify, TextAlignStart, type LucideIcon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import type { SelectionState } from '../toolbar/selectionState'
import { ToolButton } from '../toolbar/ToolButton'
import { $clearFormats, $setAlign } from './formatActions'
import { alignments, clearKey, textFormats } from './formats.data'

const icons = {
  strikethrough: Strikethrough, superscript: Superscript, subscript: Subscript, highlight: Highlighter,
  left: TextAlignStart, center: TextAlignCenter, right: TextAlignEnd, justify: TextAlignJustify,
} as const

export const FormatMenu = ({ editor, state }: { editor: LexicalEditor, state: SelectionState }) => {
  const { t } = useTranslation('editor')
  const entry = (key: string, label: string, Icon: LucideIcon, keys: string, isSet: boolean, act: () => void) => ({
    key, label, icon: <Icon size={16} strokeWidth={1.6} aria-hidden />,
    extra: <span className={css.menuExtra}>{isSet && <Check size={14} role="img" aria-label={t('format.set')} />}{keys}</span>,
    // The menu had the focus.
    onClick: () => { editor.focus(() => { editor.update(act) }) },
  })
  const isSet = textFormats.some(({ format }) => state[format])
  return (
    <Dropdown
      trigger={['click']} destroyOnHidden disabled={state.kind === 'section'}
      menu={{
        items: [
          ...textFormats.map(({ format, key }) =>
            entry(format, t(`format.${format}`), icons[format], key.shown, state[format], () => { editor.dispatchCommand(FORMAT_TEXT_COMMAND, format) })),
          { type: 'divider' as const },
          ...alignments.map(({ align, key }) => entry(align, t(`format.${align}`), icons[align], key.shown, state.align === align, () => { $setAlign(align) })),
          { type: 'divider' as const },
          entry('clear', t('format.clear'), RemoveFormatting, clearKey.shown, false, $clearFormats),
        ],
      }}
    >
      <span><ToolButton icon={Baseline} label={t('format.more')} hasMenu disabled={state.kind === 'section'} pressed={isSet} /></span>
    </Dropdown>
  )
}
