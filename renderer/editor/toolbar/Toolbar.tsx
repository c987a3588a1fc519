/** The editor's toolbar: one row that stays at the top while the text scrolls. */
import { HistoryExtension } from '@lexical/history'
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue'
import { REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import { Redo2, TextSearch, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import { FIND_COMMAND } from '../find/findCommand'
import { FormatMenu } from '../formatting/FormatMenu'
import { BlockKindSelect } from './BlockKindSelect'
import { InsertTools } from './InsertTools'
import { FormatTools, ListTools } from './TextTools'
import { ToolButton } from './ToolButton'
import { ToolRow } from './ToolRow'
import type { SelectionState } from './selectionState'

const Gap = () => <span className={css.gap} role="separator" aria-orientation="vertical" />

export const Toolbar = ({ editor, state }: { editor: LexicalEditor, state: SelectionState }) => {
  const { t } = useTranslation('editor')
  const canUndo = useExtensionSignalValue(HistoryExtension, 'canUndo')
  const canRedo = useExtensionSignalValue(HistoryExtension, 'canRedo')
  return (
    <ToolRow className={css.toolbar} label={t('toolbar')}>
      <ToolButton icon={Undo2} label={t('tool.undo')} keys="Ctrl+Z" disabled={!canUndo} onClick={() => editor.dispatchCommand(UNDO_COMMAND, undefined)} />
      <ToolButton icon={Redo2} label={t('tool.redo')} keys="Ctrl+Y" disabled={!canRedo} onClick={() => editor.dispatchCommand(REDO_COMMAND, undefined)} />
      <Gap />
      <BlockKindSelect editor={editor} kind={state.kind} />
      <Gap />
      <FormatTools editor={editor} state={state} />
      <FormatMenu editor={editor} state={state} />
      <Gap />
      <ListTools editor={editor} state={state} />
      <Gap />
      <InsertTools editor={editor} state={state} />
      <Gap />
      <ToolButton icon={TextSearch} label={t('tool.find')} keys="Ctrl+F" onClick={() => editor.dispatchCommand(FIND_COMMAND, undefined)} />
    </ToolRow>
  )
}
