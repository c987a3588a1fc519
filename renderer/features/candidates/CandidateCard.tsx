/** Records of like practice: why they are ripe together, what each says for itself, and the ways on: to look, to compare, to propose a product. */
import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { GitCompareArrows, PackagePlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { CompareDrawer } from '#renderer/features/revisions'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { Candidate } from '#shared/contract/products'
import type { RecordRow } from '#shared/contract/records'
import { useReasonText } from './useReasonText'
import styles from './candidates.module.css'

/** As many records as are listed at first. */
const atFirst = 5

export const CandidateCard = ({ candidate: { records, units, reasons }, canWrite }: { candidate: Candidate; canWrite: boolean }) => {
  const { t } = useTranslation(['candidates', 'common'])
  const { openRecord, newProduct } = useNavigation()
  const reasonText = useReasonText('reason')
  const ownText = useReasonText('own')
  const [isWhole, setWhole] = useState(false)
  const [compared, setCompared] = useState<RecordRow>()
  const first = records[0]?.row
  if (!first) return null
  const propose = (): void => {
    newProduct(records.map(({ row }) => row.id), { stage: 'proposed', summary: t('propose.summary', { reasons: reasons.map(reasonText).join(t('propose.separator')) }) })
  }
  return (
    <section className={styles.card} aria-label={first.title}>
      <header>
        <div>
          <h2 dir="auto">{records.length > 1 ? t('cluster', { title: first.title, count: records.length }) : first.title}</h2>
          <ul className={styles.reasons} aria-label={t('why')}>{reasons.map((reason) => <li key={reason.kind}>{reasonText(reason)}</li>)}</ul>
          {units.length > 0 && <p className={styles.units}>{units.join(t('common:listComma'))}</p>}
        </div>
        {canWrite && <Button icon={<PackagePlus size={15} />} onClick={propose}>{t('propose.open')}</Button>}
      </header>
      <ul className={styles.records}>
        {/* Whether one is validated, its stage says. */}
        {(isWhole ? records : records.slice(0, atFirst)).map(({ row, reasons: its }, index) => (
          <li key={row.id}>
            <TypeMark type={row.type} />
            <span className={styles.what}>
              <button type="button" dir="auto" onClick={() => { openRecord(row.id) }}>{row.title}</button>
              <span>{[row.number, row.unit, ...its.filter(({ kind }) => kind !== 'validated').map(ownText)].filter((part) => part !== '').join('　')}</span>
            </span>
            <StageTag stage={row.stage} />
            {index > 0 ? <Button size="small" type="text" icon={<GitCompareArrows size={14} />} aria-label={t('compareNamed', { title: row.title })} onClick={() => { setCompared(row) }}>{t('compare')}</Button> : <span />}
          </li>
        ))}
      </ul>
      {!isWhole && records.length > atFirst && <Button type="link" size="small" onClick={() => { setWhole(true) }}>{t('more', { count: records.length - atFirst })}</Button>}
      {compared && <Compared one={first} other={compared} onClose={() => { setCompared(undefined) }} />}
    </section>
  )
}

const Compared = ({ one, other, onClose }: { one: RecordRow; other: RecordRow; onClose: () => void }) => {
  const { t } = useTranslation('candidates')
  useReturnFocus()
  const [before, after] = useQueries({ queries: [one, other].map(({ id }) => api.records.get.queryOptions({ input: { id } })) }).map(({ data }) => data?.content)
  if (!before || !after) return null
  return (
    <CompareDrawer
      title={t('compareTitle')} onClose={onClose} words="beside"
      before={{ label: before.title, detail: before.number, content: before }} after={{ label: after.title, detail: after.number, content: after }}
    />
  )
}
