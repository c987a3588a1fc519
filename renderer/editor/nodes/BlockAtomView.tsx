/** How a block atom looks in the editor. A block that we do not know, or that has gone wrong, is shown as such and kept. */
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { CircleHelp } from 'lucide-react'
import type { NodeKey } from 'lexical'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ImageBlock } from '#shared/model/body/blocks'
import bodyCss from '../body.module.css'
import css from '../editor.module.css'
import type { BlockAtom } from '../mapping/nodeState'
import { FigureEditor } from './FigureEditor'

interface BlockAtomViewProps { nodeKey: NodeKey, block: BlockAtom }

const Selectable = ({ nodeKey, children }: { nodeKey: NodeKey, children: ReactNode }) => {
  const [isSelected, setSelected, clearSelection] = useLexicalNodeSelection(nodeKey)
  return (
    <div className={isSelected ? `${css.atom} ${css.selectedAtom}` : css.atom} onClick={() => { clearSelection(); setSelected(true) }}>{children}</div>
  )
}

export const BlockAtomView = ({ nodeKey, block }: BlockAtomViewProps) => {
  const { t } = useTranslation('editor')
  const image = block.type === 'image' ? ImageBlock.omit({ id: true }).safeParse(block) : undefined
  if (image?.success) return <Selectable nodeKey={nodeKey}><FigureEditor nodeKey={nodeKey} image={image.data} /></Selectable>
  if (block.type === 'divider') return <Selectable nodeKey={nodeKey}><hr className={bodyCss.divider} /></Selectable>
  return (
    <Selectable nodeKey={nodeKey}>
      <div className={bodyCss.unknown}><CircleHelp size={15} aria-hidden />{t('unknown', { type: block.type })}</div>
    </Selectable>
  )
}
