/** What was done to a table last, and the way back, as long as there is one. */
import { Button } from 'antd'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import cards from '../cards.module.css'
import { soon } from '../focusSoon'
import type { Rows } from './useRows'

export const UndoStep = ({ table: { undoable, undo } }: { table: Rows }) => {
  const { t } = useTranslation('meeting')
  if (!undoable) return null
  return (
    <span className={cards.undo} role="status">
      {t(`done.${undoable}`)}
      <Button
        data-undo type="link" size="small" icon={<Undo2 size={14} />}
        onClick={({ currentTarget }) => {
          const part = currentTarget.closest('section')
          undo()
          // The last step takes its button with it.
          soon(() => (document.activeElement === document.body ? part : undefined))
        }}
      >
        {t('undo')}
      </Button>
    </span>
  )
}
