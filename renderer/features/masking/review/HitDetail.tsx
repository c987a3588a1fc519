/** One text: what becomes of it everywhere or in one record, and each place in its surroundings as it will read. */
import { useMemo, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMutation } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { formatCount } from '#renderer/ui/format'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { MaskHit, MaskPlace } from '#shared/contract/masking'
import type { RecordRow } from '#shared/contract/records'
import { actionOf, decideAll, decideIn, forget, isException, isRemembered, type MaskChoice } from '../choice/maskChoice'
import { ActionChoice } from './ActionChoice'
import { PlacesOf } from './PlacesOf'
import styles from './review.module.css'

interface HitDetailProps {
  hit: MaskHit
  choice: MaskChoice
  onChange: (choice: MaskChoice) => void
  rows: readonly RecordRow[]
  /** The hashes of the files that stay here. */
  out: ReadonlySet<string>
  isNaming: boolean
  onNaming: (isNaming: boolean) => void
  onNamed: () => void
}

const keys = { mask: '1', keep: '2', replace: '3' } as const

const byRecord = (places: readonly MaskPlace[]): Map<string, MaskPlace[]> => {
  const groups = new Map<string, MaskPlace[]>()
  for (const place of places) groups.set(place.recordId, [...groups.get(place.recordId) ?? [], place])
  return groups
}

export const HitDetail = ({ hit, choice, onChange, rows, out, isNaming, onNaming, onNamed }: HitDetailProps) => {
  const { t } = useTranslation('masking')
  const language = useLanguage()
  const action = actionOf(choice, hit, null)
  const groups = useMemo(() => byRecord(hit.places), [hit.places])
  return (
    <section className={styles.detail} aria-label={t('detail.of', { text: hit.text })}>
      <header className={styles.detailHead}>
        <h3 dir="auto">{hit.text}</h3>
        <p>{t('detail.counts', { kind: t(`kind.${hit.kind}`), places: formatCount(hit.count, language), records: formatCount(hit.records, language) })}</p>
        {isRemembered(choice, hit) && <Remembered hit={hit} onForgotten={() => { onChange(forget(choice, hit)) }} />}
        <ActionChoice
          label={t('detail.action', { text: hit.text })} value={action} onChange={(next) => { onChange(decideAll(choice, [hit], next)) }}
          isNaming={isNaming} onNaming={onNaming} onNamed={onNamed} keyOf={(each) => <Keycap>{keys[each]}</Keycap>}
        />
        {hit.records > 1 && <p className={styles.everywhere}>{t('detail.everywhere')}</p>}
      </header>
      {[...groups].map(([recordId, places]) => (
        <RecordPlaces key={recordId} hit={hit} recordId={recordId} places={places} choice={choice} onChange={onChange} row={rows.find(({ id }) => id === recordId)} out={out} />
      ))}
      {hit.count > hit.places.length && <p className={styles.rest}>{t('detail.rest', { count: hit.count - hit.places.length })}</p>}
    </section>
  )
}

const Remembered = ({ hit, onForgotten }: { hit: MaskHit; onForgotten: () => void }) => {
  const { t } = useTranslation('masking')
  const drop = useMutation({ mutationFn: () => core.masking.forget({ kind: hit.kind, text: hit.text }), onSuccess: onForgotten })
  return (
    <div className={styles.last}>
      <span className={styles.remembered}>{t('hits.remembered')}</span>
      <Button size="small" type="link" loading={drop.isPending} onClick={() => { drop.mutate() }}>{t('detail.forget')}</Button>
      {drop.isError && <ErrorPanel error={drop.error} what={t('detail.notForgotten')} />}
    </div>
  )
}

interface RecordPlacesProps { hit: MaskHit; recordId: string; places: readonly MaskPlace[]; choice: MaskChoice; onChange: (choice: MaskChoice) => void; row: RecordRow | undefined; out: ReadonlySet<string> }

const RecordPlaces = ({ hit, recordId, places, choice, onChange, row, out }: RecordPlacesProps) => {
  const { t } = useTranslation('masking')
  const [isNaming, setNaming] = useState(false)
  const isOwn = isException(choice, hit, recordId)
  const action = actionOf(choice, hit, recordId)
  const title = places[0]?.title ?? ''
  const decide = isOwn
    ? (
      <div className={styles.own}>
        <ActionChoice
          label={t('detail.actionIn', { text: hit.text, title })} value={action} onChange={(next) => { onChange(decideIn(choice, hit, recordId, next)) }}
          isNaming={isNaming} onNaming={setNaming} onNamed={() => { setNaming(false) }}
        />
        <Button size="small" type="link" onClick={() => { onChange(decideIn(choice, hit, recordId, undefined)) }}>{t('detail.asOthers')}</Button>
      </div>
    )
    : hit.records > 1 && <Button size="small" type="link" aria-label={t('detail.apartOf', { title })} onClick={() => { onChange(decideIn(choice, hit, recordId, action)) }}>{t('detail.apart')}</Button>
  return <PlacesOf hit={hit} action={action} title={title} places={places} row={row} out={out} decide={decide} />
}
