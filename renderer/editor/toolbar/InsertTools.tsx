/** Putting in a section, table, picture, quote or divider. */
import type { LexicalEditor } from 'lexical'
import { Heading, ImagePlus, Minus, Quote } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { $toggleQuote } from '../extensions/containers'
import { $insertPictures } from '../pictures/insertPictures'
import { TablePicker } from '../tables/TablePicker'
import { $insertDivider, $setBlockKind } from './blockActions'
import type { SelectionState } from './selectionState'
import { ToolButton } from './ToolButton'

interface InsertToolsProps { editor: LexicalEditor, state: SelectionState }

export const InsertTools = ({ editor, state }: InsertToolsProps) => {
  const { t } = useTranslation('editor')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <ToolButton icon={Heading} label={t('tool.section')} pressed={state.kind === 'section'} onClick={() => { editor.update(() => { $setBlockKind('section') }) }} />
      <TablePicker editor={editor} />
      <ToolButton icon={ImagePlus} label={t('tool.picture')} onClick={() => { input.current?.click() }} />
      <input
        ref={input} type="file" accept="image/*" multiple hidden aria-hidden tabIndex={-1}
        onChange={(event) => {
          const files = [...event.target.files ?? []]
          event.target.value = ''
          if (files.length > 0) editor.update(() => { $insertPictures(files) })
        }}
      />
      <ToolButton icon={Quote} label={t('tool.quote')} pressed={state.inQuote} disabled={state.kind === 'section'} onClick={() => { editor.update($toggleQuote) }} />
      <ToolButton icon={Minus} label={t('tool.divider')} onClick={() => { editor.update($insertDivider) }} />
    </>
  )
}
