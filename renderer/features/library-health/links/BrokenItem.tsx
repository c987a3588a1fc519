/** One link that leads to nothing: in which record and where, what it led to, and what can be done. */
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import type { BrokenLink } from '#shared/contract/links'
import { canLead } from './linkKey'
import own from './links.module.css'
import { RecordPicker } from './RecordPicker'
import { useMend } from './useMend'

interface BrokenItemProps { link: BrokenLink; canWrite: boolean; isTicked: boolean; onTick: (isTicked: boolean) => void }

export const BrokenItem = ({ link, canWrite, isTicked, onTick }: BrokenItemProps) => {
  const { t } = useTranslation(['library-health', 'common'])
  const { openRecord } = useNavigation()
  const { remove, lead, restore, isBusy } = useMend()
  const [isLeading, setIsLeading] = useState(false)
  const { record: { id, type, number, title }, reference, sectionTitle, cause, target } = link
  const what = reference.kind === 'link' ? t('links.kind.link', { relation: t(`common:relation.${reference.relation}`) }) : t(`links.kind.${reference.kind}`)
  return (
    <li className={own.item}>
      {canWrite && <Checkbox checked={isTicked} onChange={(event) => { onTick(event.target.checked) }} aria-label={t('links.choose', { what, title })} />}
      <div className={own.about}>
        <p className={own.record}>
          <TypeMark type={type} size={18} />
          <button type="button" dir="auto" title={title} onClick={() => { openRecord(id, 'blockId' in reference ? { blockId: reference.blockId } : {}) }}>{title}</button>
          <span>{number}</span>{sectionTitle !== '' && <span dir="auto">{sectionTitle}</span>}
        </p>
        <p className={own.what}><span>{what}</span>{target !== '' && <bdi>{t('links.target', { target })}</bdi>}</p>
        {isLeading && <RecordPicker except={id} onPick={(to) => { setIsLeading(false); lead(link, to) }} />}
      </div>
      {canWrite && (
        <div className={own.actions}>
          {cause === 'trash' && <Button size="small" loading={isBusy} onClick={() => { restore([link]) }}>{t('links.restore')}</Button>}
          {canLead(link) && <Button size="small" aria-expanded={isLeading} onClick={() => { setIsLeading(!isLeading) }}>{t('links.lead')}</Button>}
          <Button size="small" loading={isBusy} onClick={() => { remove([link]) }}>{t(`links.remove.${reference.kind}`)}</Button>
        </div>
      )}
    </li>
  )
}
