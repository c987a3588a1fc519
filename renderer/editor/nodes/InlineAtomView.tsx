/** How an inline atom looks in the editor. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Popover } from 'antd'
import { CircleHelp, Link } from 'lucide-react'
import type { NodeKey } from 'lexical'
import { useTranslation } from 'react-i18next'
import { tellingCard } from '#renderer/ui/openOverlay'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import bodyCss from '../body.module.css'
import { useEditorSurroundings } from '../EditorContext'
import { EDIT_FOOTNOTE_COMMAND } from '../footnotes/footnoteCommands'
import { RecordLink } from '../records/RecordLink'
import { Picture } from '../view/Picture'
import { useChosenNode } from './useChosenNode'

interface InlineAtomViewProps { nodeKey: NodeKey, inline: Inline }

const FootnoteMark = ({ nodeKey, text }: { nodeKey: NodeKey, text: string }) => {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const isChosen = useChosenNode(nodeKey)
  return (
    <Popover rootClassName={tellingCard} trigger={['hover', 'focus']} destroyOnHidden content={<div style={{ maxWidth: 360, whiteSpace: 'pre-wrap' }}>{text || t('footnoteEmpty')}</div>}>
      <button
        type="button" className={`${bodyCss.footnote} ${bodyCss.footnoteCount} ${isChosen ? bodyCss.selectedLink : ''}`} aria-label={t('footnoteWith', { text })}
        onClick={() => { editor.dispatchCommand(EDIT_FOOTNOTE_COMMAND, nodeKey) }}
      />
    </Popover>
  )
}

const RecordMark = ({ nodeKey, recordId, text }: { nodeKey: NodeKey, recordId: string, text: string }) => {
  const { onOpenRecord, missingRecords, records } = useEditorSurroundings()
  const isChosen = useChosenNode(nodeKey)
  return (
    <RecordLink recordId={recordId} isMissing={missingRecords.has(recordId)} source={records} isSelected={isChosen} onOpen={() => { onOpenRecord(recordId) }}>{text}</RecordLink>
  )
}

export const InlineAtomView = ({ nodeKey, inline }: InlineAtomViewProps) => {
  const { t } = useTranslation('editor')
  const { attachmentUrl } = useEditorSurroundings()
  if (!isKnownInline(inline)) {
    return <span className={`${bodyCss.unknown} ${bodyCss.unknownInline}`}><CircleHelp size={13} aria-hidden />{t('unknown', { type: inline.type })}</span>
  }
  switch (inline.type) {
    case 'recordLink': return <RecordMark nodeKey={nodeKey} recordId={inline.recordId} text={inline.text} />
    case 'image': return <Picture inline src={attachmentUrl(inline.attachment)} alt={inline.alt} width={inline.width} height={inline.height} />
    case 'footnote': return <FootnoteMark nodeKey={nodeKey} text={inlineText(inline.inlines)} />
    case 'link': return <span className={bodyCss.deadLink} title={inline.href}><Link size={13} aria-label={inline.href} /></span>
    case 'text':
    case 'break': return null
  }
}
