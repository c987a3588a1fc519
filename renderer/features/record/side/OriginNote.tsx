/** Where the record came from: its home, the file it was imported from, and the package that brought it here. */
import { useQuery } from '@tanstack/react-query'
import { GitBranch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import type { RecordFile } from '#shared/model/record'
import styles from './SidePanel.module.css'

type ReceivedPackage = NonNullable<RecordFile['local']['received']>

/** The ledger knows what the package was called; a record knows only its id. */
const ReceivedNote = ({ received }: { received: ReceivedPackage }) => {
  const { t } = useTranslation('record')
  const { packageId, library, by, madeAt, at, via = [] } = received
  const ledger = useQuery(api.packages.exchanges.queryOptions())
  const title = ledger.data?.find((exchange) => exchange.direction === 'received' && exchange.packageId === packageId)?.title
  const maker = [by.unit, by.name].filter((part) => part !== '').join(' ')
  const way = [...via, { library }].map((hop) => hop.library.name)
  return (
    <dl className={styles.facts}>
      <dt>{t('origin.package')}</dt><dd>{title ?? packageId}</dd>
      <dt>{t('origin.from')}</dt><dd>{library.name}</dd>
      <dt>{t('origin.madeBy')}</dt><dd>{maker || t('origin.nobody')}　<time dateTime={madeAt}>{formatMoment(madeAt)}</time></dd>
      {via.length > 0 && <><dt>{t('origin.way')}</dt><dd>{way.join(' → ')}</dd></>}
      <dt>{t('origin.receivedAt')}</dt><dd><time dateTime={at}>{formatMoment(at)}</time></dd>
    </dl>
  )
}

export const OriginNote = ({ record: { content: { origin }, local: { received } } }: { record: RecordFile }) => {
  const { t } = useTranslation(['record', 'common'])
  const { file, unit, libraryId } = origin
  const library = useQuery(api.library.current.queryOptions()).data?.library
  const isHome = library?.id === libraryId
  const homeName = received?.library.id === libraryId ? received.library.name : undefined
  const home = isHome ? t('origin.here') : t('origin.elsewhere', { library: homeName ?? t('origin.otherLibrary') })
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}><GitBranch size={14} aria-hidden="true" />{t('common:field.origin')}</h2>
      <p className={styles.origin}>
        {(!file || !isHome) && <span>{home}</span>}
        {file && <><span>{t('origin.word')}</span><span className={styles.file}>{file.name}</span></>}
        {(file ?? unit) !== '' && <span>{[file && formatMoment(file.at), unit].filter((part) => part !== undefined && part !== '').join('　')}</span>}
      </p>
      {received && <ReceivedNote received={received} />}
    </section>
  )
}
