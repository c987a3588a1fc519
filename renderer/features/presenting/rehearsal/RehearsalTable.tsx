/** Planned and rehearsed times side by side, to be kept in the meeting. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { clockText } from '../show/clock'
import styles from './rehearsal.module.css'
import type { RehearsedItem } from './rehearsed'
import type { Rehearsal } from './useRehearsal'

const inWords = (seconds: number | null): string => (seconds === null ? '—' : clockText(seconds * 1000))

const Difference = ({ item: { planned, rehearsed } }: { item: RehearsedItem }) => {
  if (planned === null || rehearsed === null) return <td />
  const more = rehearsed - planned
  return <td data-over={more > 0 || undefined}>{more > 0 ? '+' : more < 0 ? '−' : ''}{clockText(Math.abs(more) * 1000)}</td>
}

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, each) => all + (each ?? 0), 0)

/** `onKept` is called once the meeting has them, when their button is gone. */
export const RehearsalTable = ({ rehearsal: { items, hasTimes, isUnsaved, save, saving }, onKept }: { rehearsal: Rehearsal; onKept: () => void }) => {
  const { t } = useTranslation('presenting')
  // What went wrong is said below.
  const keep = (): void => { save().then(onKept, () => undefined) }
  return (
    <section className={styles.rehearsal} aria-label={t('rehearsal.title')}>
      <table>
        <caption>{t('rehearsal.title')}</caption>
        <thead><tr><th scope="col">{t('rehearsal.item')}</th><th scope="col">{t('rehearsal.planned')}</th><th scope="col">{t('rehearsal.took')}</th><th scope="col">{t('rehearsal.difference')}</th></tr></thead>
        <tbody>
          {items.map((item) => <tr key={item.id}><th scope="row">{item.title}</th><td>{inWords(item.planned)}</td><td>{inWords(item.rehearsed)}</td><Difference item={item} /></tr>)}
        </tbody>
        <tfoot><tr><th scope="row">{t('rehearsal.sum')}</th><td>{inWords(sum(items.map(({ planned }) => planned)))}</td><td>{inWords(sum(items.map(({ rehearsed }) => rehearsed)))}</td><td /></tr></tfoot>
      </table>
      {saving.error && <ErrorPanel error={saving.error} what={t('rehearsal.notSaved')} onRetry={keep} isRetrying={saving.isPending} />}
      {hasTimes && !isUnsaved
        ? <p role="status">{t('rehearsal.saved')}</p>
        : <Button type="primary" loading={saving.isPending} disabled={!hasTimes} onClick={keep}>{t('rehearsal.save')}</Button>}
    </section>
  )
}
