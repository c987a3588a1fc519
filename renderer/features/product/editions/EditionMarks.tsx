/** How an edition stands, who vouches for it, and what should be known of it. */
import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Tag } from '#renderer/ui/marks/Tag'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { EditionSummary } from '#shared/contract/products'
import styles from './Editions.module.css'

export const EditionStatusTag = ({ edition: { status } }: { edition: Pick<EditionSummary, 'status'> }) => {
  const { t } = useTranslation('product')
  return <span className={styles.status} data-status={status}><Tag>{t(`editions.status.${status}`)}</Tag></span>
}

const isSure = ({ signature }: EditionSummary): boolean => signature === 'own' || signature === 'trusted'
const isWrong = ({ signature }: EditionSummary): boolean => signature === 'wrong' || signature === 'revoked'

/** `twins` are the other editions that have its number. */
export const EditionNotes = ({ edition, twins }: { edition: EditionSummary; twins: readonly EditionSummary[] }) => {
  const { t } = useTranslation(['product', 'record', 'common'])
  const editionName = useEditionName()
  const conditions = edition.waived.map((key) => t(`gate.condition.${key}`, { defaultValue: key })).join(t('common:listComma'))
  const Icon = isSure(edition) ? CircleCheck : isWrong(edition) ? CircleAlert : Info
  return (
    <>
      <span className={styles.note} data-tone={isSure(edition) ? 'good' : isWrong(edition) ? 'bad' : 'calm'}><Icon size={13} aria-hidden="true" />{t(`editions.signature.${edition.signature}`)}</span>
      {edition.isTwin && (
        <span className={styles.note} data-tone="bad"><CircleAlert size={13} aria-hidden="true" />
          {twins.length > 0 ? t('editions.twinOf', { edition: editionName(edition.number), library: twins.map(({ library, unit, by }) => library || unit || by).join(t('common:listComma')) }) : t('editions.twin', { edition: editionName(edition.number) })}
        </span>
      )}
      {edition.waived.length > 0 && <span className={styles.note} data-tone="caution"><CircleAlert size={13} aria-hidden="true" />{t('editions.waived', { conditions, reason: edition.reason })}</span>}
      {!edition.intact && <span className={styles.note} data-tone="bad"><CircleAlert size={13} aria-hidden="true" />{t('editions.broken')}</span>}
    </>
  )
}
