/** What an adoption takes up, how that stands today, and what to do where it is not here. */
import { Button } from 'antd'
import { ArrowUpFromLine, Ban, CircleCheck, CircleHelp, FlaskConical, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { AdoptedEdition, AdoptionStanding } from '#shared/contract/adoptions'
import styles from './page.module.css'

const icons: Readonly<Record<AdoptionStanding, LucideIcon>> = {
  current: CircleCheck, behind: ArrowUpFromLine, retired: Ban, draft: FlaskConical, piloted: FlaskConical, unknownEdition: CircleHelp, unknownProduct: CircleHelp,
}

export const AdoptedHead = ({ adopted: { adoption, product, current } }: { adopted: AdoptedEdition }) => {
  const { t } = useTranslation('adoptions')
  const { openRecord, openMerge } = useNavigation()
  const editionName = useEditionName()
  const { standing, edition, productTitle, countedBy, row, isOverdue } = adoption
  const Icon = icons[standing]
  const words = { edition: edition === null ? t('page.someEdition') : editionName(edition), current: current ? editionName(current.number) : '' }
  return (
    <section className={styles.adopted} data-standing={standing} aria-label={t('page.adopted')}>
      <div className={styles.what}>
        <TypeMark type="product" />
        {product ? <button type="button" onClick={() => { openRecord(product.id) }}>{product.title}</button> : <strong>{productTitle || t('list.unknownProduct')}</strong>}
        <span>{words.edition}</span>
      </div>
      <p className={styles.standing}><Icon size={15} aria-hidden="true" />{t(`page.standing.${standing}`, words)}</p>
      {(standing === 'unknownEdition' || standing === 'unknownProduct') && <p className={styles.next}>{t('page.ask')}</p>}
      {isOverdue && <p className={styles.overdue}>{t('page.overdue', { day: adoption.plannedDate })}</p>}
      {countedBy !== null && <p className={styles.next}>{t('page.repeated')}<Button type="link" size="small" onClick={() => { openMerge(countedBy, row.id) }}>{t('list.merge')}</Button></p>}
    </section>
  )
}
