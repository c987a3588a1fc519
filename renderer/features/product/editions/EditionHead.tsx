/** What stands at the head of an edition: who released it when, what changed, which revisions it came from, and its seal. */
import { App, Button } from 'antd'
import { CircleAlert, Copy } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { Seal } from '#renderer/ui/seal/Seal'
import type { EditionSummary } from '#shared/contract/products'
import type { Edition } from '#shared/model/edition'
import { signers } from '#shared/model/product/releaseGate'
import { EditionNotes, EditionStatusTag } from './EditionMarks'
import styles from './Editions.module.css'

const SealHash = ({ seal }: { seal: string }) => {
  const { t } = useTranslation(['product', 'common'])
  const { message } = App.useApp()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(seal)
      void message.success(t('common:copied'))
    } catch {
      void message.warning(seal)
    }
  }
  return (
    <span className={styles.hash}>
      <code>{seal}</code><Button size="small" icon={<Copy size={13} />} onClick={() => void copy()}>{t('editions.copySeal')}</Button>
    </span>
  )
}

export const EditionHead = ({ summary, twins, edition }: { summary: EditionSummary; twins: readonly EditionSummary[]; edition: Edition }) => {
  const { t } = useTranslation('product')
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('editions.released'), [formatMoment(edition.releasedAt), edition.by.name, edition.library.unit].filter((part) => part !== '').join('　')],
    ...(edition.changeLog ? [[t('editions.changeLog'), edition.changeLog] as const] : []),
    [t('editions.from'), (
      <ul key="sources" className={styles.sources}>
        {edition.sources.map((source) => <li key={source.revisionId}><TypeMark type={source.type} size={16} /><span>{source.title}</span><span>{source.number}</span></li>)}
      </ul>
    )],
    ...signers.flatMap((signer) => {
      const name = edition.content.fields[signer]
      return typeof name === 'string' && name !== '' ? [[t(`signers.${signer}`), name] as const] : []
    }),
    [t('editions.standing'), <div key="notes" className={styles.notes}><EditionStatusTag edition={summary} /><EditionNotes edition={summary} twins={twins} /></div>],
    [t('editions.seal'), <SealHash key="seal" seal={edition.seal} />],
  ]
  return (
    <header className={styles.head}>
      <div className={styles.headRow}>
        <dl className={styles.facts}>{facts.map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
        <Seal edition={summary.number} state="pressed" size={76} />
      </div>
      {!summary.intact && <p className={styles.broken} role="alert"><CircleAlert size={13} aria-hidden="true" />{t('editions.brokenText')}</p>}
    </header>
  )
}
