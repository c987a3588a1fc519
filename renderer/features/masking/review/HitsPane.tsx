/** The texts that were found: a list by kind, narrowed and walked with keys, and beside it what becomes of one and where it stands. */
import { Search } from 'lucide-react'
import { Button, Input, Segmented } from 'antd'
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { MaskHit, MaskScan } from '#shared/contract/masking'
import type { RecordRow } from '#shared/contract/records'
import type { SensitiveKind } from '#shared/model/masking/sensitive'
import { countKinds, decideAll, keyOf, stayingOut, type MaskChoice } from '../choice/maskChoice'
import { groupsOf, kindsOf, moveBy, type HitFilter } from '../choice/shownHits'
import { HitDetail } from './HitDetail'
import { HitList } from './HitList'
import styles from './review.module.css'

interface HitsPaneProps { scan: MaskScan; choice: MaskChoice; onChange: (choice: MaskChoice) => void; rows: readonly RecordRow[]; onWords: () => void }

const isTyping = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('input:not([type=radio], [type=checkbox]), textarea') !== null
/** Fields of choice move by these keys themselves. */
const isArrow = (key: string): boolean => key.startsWith('Arrow') || key === 'Home' || key === 'End'

export const HitsPane = ({ scan, choice, onChange, rows, onWords }: HitsPaneProps) => {
  const { t } = useTranslation('masking')
  const [filter, setFilter] = useState<HitFilter>({ kind: null, text: '' })
  const [activeKey, setActiveKey] = useState<string>()
  /** The text that is about to get a role. */
  const [naming, setNaming] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => groupsOf(scan.hits, filter), [scan.hits, filter])
  const listed = useMemo(() => groups.flatMap(({ hits }) => hits), [groups])
  const out = useMemo(() => new Set(stayingOut(choice, scan).map(({ sha256 }) => sha256)), [choice, scan])
  const at = Math.max(0, listed.findIndex((hit) => keyOf(hit) === activeKey))
  const active = listed[at]
  const point = useCallback((hit: MaskHit) => { setActiveKey(keyOf(hit)) }, [])
  const pressed = (event: KeyboardEvent): void => {
    if (!active || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (isArrow(event.key) && event.target !== list.current) return
    const next = moveBy(event.key, at, listed.length)
    const hit = next === undefined ? undefined : listed[next]
    if (hit) setActiveKey(keyOf(hit))
    else if (event.key === '1') onChange(decideAll(choice, [active], { action: 'mask' }))
    else if (event.key === '2') onChange(decideAll(choice, [active], { action: 'keep' }))
    else if (event.key === '3') setNaming(keyOf(active))
    else return
    event.preventDefault()
  }
  if (scan.hits.length === 0) return <div className={styles.nothing}><p>{t('hits.nothing')}</p><Button onClick={onWords}>{t('hits.writeWords')}</Button></div>
  return (
    <div className={styles.hits} onKeyDown={pressed}>
      <HitFilters scan={scan} filter={filter} onChange={setFilter} />
      <div className={styles.bulk}>
        <span role="status">{t('hits.listed', { count: listed.length })}</span>
        <Button size="small" disabled={listed.length === 0} onClick={() => { onChange(decideAll(choice, listed, { action: 'mask' })) }}>{t('hits.maskAll')}</Button>
        <Button size="small" disabled={listed.length === 0} onClick={() => { onChange(decideAll(choice, listed, { action: 'keep' })) }}>{t('hits.keepAll')}</Button>
        <span className={styles.keys}><Keycap>J</Keycap><Keycap>K</Keycap>{t('hits.keyMove')}<Keycap>1</Keycap><Keycap>2</Keycap><Keycap>3</Keycap>{t('hits.keyDecide')}</span>
      </div>
      <div className={styles.columns}>
        <HitList ref={list} groups={groups} choice={choice} active={active} onPoint={point} />
        {active && (
          <HitDetail
            key={keyOf(active)} hit={active} choice={choice} onChange={onChange} rows={rows} out={out} isNaming={naming === keyOf(active)}
            onNaming={(isNaming) => { setNaming(isNaming ? keyOf(active) : undefined) }} onNamed={() => { setNaming(undefined); list.current?.focus() }}
          />
        )}
      </div>
    </div>
  )
}

const HitFilters = ({ scan, filter, onChange }: { scan: MaskScan; filter: HitFilter; onChange: (filter: HitFilter) => void }) => {
  const { t } = useTranslation('masking')
  const language = useLanguage()
  const counts = countKinds(scan.hits)
  const options = [
    { value: 'all' as const, label: `${t('hits.all')} ${formatCount(scan.hits.length, language)}` },
    ...kindsOf(scan.hits).map((kind) => ({ value: kind, label: `${t(`kind.${kind}`)} ${formatCount(counts.get(kind) ?? 0, language)}` })),
  ]
  return (
    <div className={styles.filters}>
      <Segmented<SensitiveKind | 'all'> aria-label={t('hits.kinds')} value={filter.kind ?? 'all'} options={options} onChange={(kind) => { onChange({ ...filter, kind: kind === 'all' ? null : kind }) }} />
      <Input
        allowClear prefix={<Search size={14} aria-hidden="true" />} className={styles.search ?? ''} aria-label={t('hits.search')} placeholder={t('hits.search')}
        value={filter.text} onChange={(event) => { onChange({ ...filter, text: event.target.value }) }}
      />
    </div>
  )
}
