/** Says what the caret's line is and makes it something else. */
import { Dropdown } from 'antd'
import { Check, ChevronDown } from 'lucide-react'
import type { LexicalEditor } from 'lexical'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import { $setBlockKind } from './blockActions'
import type { BlockKind } from './selectionState'

interface BlockKindSelectProps { editor: LexicalEditor, kind: BlockKind }

const kinds: readonly BlockKind[] = ['paragraph', 'section', 'heading1', 'heading2', 'heading3']

export const BlockKindSelect = ({ editor, kind }: BlockKindSelectProps) => {
  const { t } = useTranslation('editor')
  const choose = (next: BlockKind): void => {
    editor.update(() => { $setBlockKind(next) })
    editor.focus()
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true, selectedKeys: [kind],
        items: kinds.map((key) => ({
          key, label: <span className={css[`menu-${key}`]}>{t(`kind.${key}`)}</span>, extra: key === kind ? <Check size={14} aria-hidden /> : null,
          onClick: () => { choose(key) },
        })),
      }}
    >
      <button type="button" className={css.kind} aria-label={t('kind.label', { kind: t(`kind.${kind}`) })} aria-haspopup="menu" onMouseDown={(event) => { event.preventDefault() }}>
        <span>{t(`kind.${kind}`)}</span><ChevronDown size={14} aria-hidden />
      </button>
    </Dropdown>
  )
}
