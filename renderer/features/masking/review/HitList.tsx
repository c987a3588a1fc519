/** The list of texts by kind: each with what comes in its place and in how many places it stands. One list box, walked by its keys. */
import { ArrowRight } from 'lucide-react'
import { memo, useEffect, useId, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { MaskHit } from '#shared/contract/masking'
import type { MaskAction } from '#shared/model/masking/sensitive'
import { actionOf, exceptions, formOf, isRemembered, keyOf, type MaskChoice } from '../choice/maskChoice'
import type { HitGroup } from '../choice/shownHits'
import { kindIcons } from '../kindIcons'
import styles from './review.module.css'

interface HitListProps { ref: Ref<HTMLDivElement>; groups: readonly HitGroup[]; choice: MaskChoice; active: MaskHit | undefined; onPoint: (hit: MaskHit) => void }

/** As many rows as are drawn before more are asked for. */
const step = 400

export const HitList = ({ ref, groups, choice, active, onPoint }: HitListProps) => {
  const { t } = useTranslation('masking')
  const language = useLanguage()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(step)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => list.current, [])
  useEffect(() => { list.current?.focus() }, [])
  const activeKey = active && keyOf(active)
  useEffect(() => { list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }) }, [activeKey])
  const flat = groups.flatMap(({ hits }) => hits)
  const indexes = new Map(flat.map((hit, index) => [hit, index]))
  const idOf = (hit: MaskHit): string => `${id}-${indexes.get(hit) ?? ''}`
  const limit = Math.max(drawn, (active ? flat.indexOf(active) : 0) + 1)
  const shown = new Set(flat.slice(0, limit))
  const apart = exceptions(choice, flat)
  if (flat.length === 0) return <p className={styles.nothing}>{t('hits.noneListed')}</p>
  return (
    <div className={styles.list}>
      <div ref={list} role="listbox" tabIndex={0} aria-label={t('hits.list')} {...active && { 'aria-activedescendant': idOf(active) }}>
        {groups.map(({ kind, hits }) => {
          const Icon = kindIcons[kind]
          return (
            <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
              <div id={`${id}-${kind}`} role="presentation" className={styles.kindHead}><Icon size={14} aria-hidden="true" />{t(`kind.${kind}`)} {formatCount(hits.length, language)}</div>
              {hits.filter((hit) => shown.has(hit)).map((hit) => {
                const action = actionOf(choice, hit, null)
                return (
                  <HitRow
                    key={hit.text} id={idOf(hit)} hit={hit} action={action.action} form={formOf(hit, action)} isRemembered={isRemembered(choice, hit)} apart={apart.get(keyOf(hit))?.length ?? 0}
                    isActive={hit === active} onPoint={onPoint}
                  />
                )
              })}
            </div>
          )
        })}
      </div>
      {limit < flat.length && <Button type="text" block onClick={() => { setDrawn(limit + step) }}>{t('hits.more', { count: flat.length - limit })}</Button>}
    </div>
  )
}

interface HitRowProps { id: string; hit: MaskHit; action: MaskAction['action']; form: string; isRemembered: boolean; apart: number; isActive: boolean; onPoint: (hit: MaskHit) => void }

const HitRow = memo(({ id, hit, action, form, isRemembered: remembered, apart, isActive, onPoint }: HitRowProps) => {
  const { t } = useTranslation('masking')
  const language = useLanguage()
  return (
    <div id={id} role="option" aria-selected={isActive} className={styles.row} onClick={() => { onPoint(hit) }}>
      <span className={styles.text} dir="auto" title={hit.text}>{hit.text}</span>
      <ArrowRight size={13} aria-hidden="true" />
      <span className={styles.becomes}>
        <span className={styles.form} data-action={action} dir="auto">{action === 'keep' ? t('action.keep') : form}</span>
        {apart > 0 && <span className={styles.remembered}>{t('hits.apart', { count: apart })}</span>}
        {remembered && apart === 0 && <span className={styles.remembered}>{t('hits.remembered')}</span>}
      </span>
      <span className={styles.count}>{t('hits.places', { shown: formatCount(hit.count, language) })}</span>
    </div>
  )
})
