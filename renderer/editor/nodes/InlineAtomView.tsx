/** How an inline atom looks in the editor. */
import { Popover } from 'antd'
import { CircleHelp, FileText, Link } from 'lucide-react'
import type { NodeKey } from 'lexical'
import { useTranslation } from 'react-i18next'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import bodyCss from '../body.module.css'
import { useEditorSurroundings } from '../EditorContext'
import { Picture } from '../view/Picture'

interface InlineAtomViewProps { nodeKey: NodeKey, inline: Inline }

const FootnoteMark = ({ text }: { text: string }) => {
  const { t } = useTranslation('editor')
  return (
    <Popover trigger={['hover', 'focus', 'click']} content={<div style={{ maxWidth: 360 }}>{text || t('footnoteEmpty')}</div>}>
      <button type="button" className={`${bodyCss.footnote} ${bodyCss.footnoteCount}`} aria-label={t('footnoteWith', { text })} />
    </Popover>
  )
}

export const InlineAtomView = ({ inline }: InlineAtomViewProps) => {
  const { t } = useTranslation('editor')
  const { attachmentUrl, onOpenRecord } = useEditorSurroundings()
  if (!isKnownInline(inline)) {
    return <span className={`${bodyCss.unknown} ${bodyCss.unknownInline}`}><CircleHelp size={13} aria-hidden />{t('unknown', { type: inline.type })}</span>
  }
  switch (inline.type) {
    case 'recordLink': return (
      <button type="button" className={bodyCss.recordLink} onClick={() => { onOpenRecord(inline.recordId) }}><FileText size={14} aria-hidden />{inline.text}</button>
    )
    case 'image': return <Picture inline src={attachmentUrl(inline.attachment)} alt={inline.alt} width={inline.width} height={inline.height} />
    case 'footnote': return <FootnoteMark text={inlineText(inline.inlines)} />
    case 'link': return <span className={bodyCss.deadLink} title={inline.href}><Link size={13} aria-label={inline.href} /></span>
    case 'text':
    case 'break': return null
  }
}
