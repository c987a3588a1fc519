/** Bold, italic, underline, lists and indents. */
import { INSERT_CHECK_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND, REMOVE_LIST_COMMAND } from '@lexical/list'
import { FORMAT_TEXT_COMMAND, INDENT_CONTENT_COMMAND, OUTDENT_CONTENT_COMMAND, type LexicalCommand, type LexicalEditor } from 'lexical'
import { Bold, IndentDecrease, IndentIncrease, Italic, List, ListChecks, ListOrdered, Underline, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { $toggleNumbering } from '../numbering/numberingActions'
import { ChineseNumbers } from './ChineseNumbers'
import type { SelectionState } from './selectionState'
import { ToolButton } from './ToolButton'

interface TextToolsProps { editor: LexicalEditor, state: SelectionState }

const formats = [
  { format: 'bold', icon: Bold, keys: 'Ctrl+B' }, { format: 'italic', icon: Italic, keys: 'Ctrl+I' }, { format: 'underline', icon: Underline, keys: 'Ctrl+U' },
] as const

const numberings = [
  { scheme: '', icon: ListOrdered, tool: 'number' },
  { scheme: 'chinese', icon: ChineseNumbers, tool: 'chinese' },
] as const

export const FormatTools = ({ editor, state }: TextToolsProps) => {
  const { t } = useTranslation('editor')
  return (
    <>
      {formats.map(({ format, icon, keys }) => (
        <ToolButton
          key={format} icon={icon} keys={keys} label={t(`tool.${format}`)} pressed={state[format]} disabled={state.kind === 'section'}
          onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
        />
      ))}
    </>
  )
}

export const ListTools = ({ editor, state }: TextToolsProps) => {
  const { t } = useTranslation('editor')
  const listTool = (list: 'bullet' | 'check', icon: LucideIcon, command: LexicalCommand<void>) => (
    <ToolButton
      icon={icon} label={t(`tool.${list}`)} pressed={state.list === list} disabled={state.kind === 'section'}
      onClick={() => editor.dispatchCommand(state.list === list ? REMOVE_LIST_COMMAND : command, undefined)}
    />
  )
  return (
    <>
      {listTool('bullet', List, INSERT_UNORDERED_LIST_COMMAND)}
      {numberings.map(({ scheme, icon, tool }) => (
        <ToolButton
          key={tool} icon={icon} label={t(`tool.${tool}`)} pressed={state.scheme === scheme} disabled={state.kind === 'section'} onClick={() => { editor.update(() => { $toggleNumbering(scheme) }) }}
        />
      ))}
      {listTool('check', ListChecks, INSERT_CHECK_LIST_COMMAND)}
      <ToolButton icon={IndentDecrease} label={t('tool.outdent')} keys="Shift+Tab" onClick={() => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)} />
      <ToolButton icon={IndentIncrease} label={t('tool.indent')} keys="Tab" disabled={state.kind === 'section'} onClick={() => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)} />
    </>
  )
}
