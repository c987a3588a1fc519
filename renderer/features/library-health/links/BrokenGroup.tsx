/** Broken links of one cause: chosen one by one or all, and what can be done with those that are chosen. */
import { Button, Checkbox } from 'antd'
import { RotateCcw, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BrokenCause, BrokenLink } from '#shared/contract/links'
import styles from '../health.module.css'
import { BrokenItem } from './BrokenItem'
import own from './links.module.css'
import { linkKey } from './linkKey'
import { useMend } from './useMend'

interface BrokenGroupProps { cause: BrokenCause; links: readonly BrokenLink[]; canWrite: boolean }

const shownAtFirst = 50

export const BrokenGroup = ({ cause, links, canWrite }: BrokenGroupProps) => {
  const { t } = useTranslation('library-health')
  const [limit, setLimit] = useState(shownAtFirst)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { remove, restore, isBusy } = useMend()
  const shown = links.slice(0, limit)
  const chosen = links.filter((link) => ticked.has(linkKey(link)))
  const isAll = chosen.length > 0 && chosen.length === links.length
  const tick = (keys: readonly string[], isTicked: boolean): void => {
    setTicked(new Set(isTicked ? [...ticked, ...keys] : [...ticked].filter((key) => !keys.includes(key))))
  }
  return (
    <div className={own.group} role="group" aria-label={t(`links.cause.${cause}`)}>
      <div className={own.groupHead}>
        {canWrite && <Checkbox checked={isAll} indeterminate={chosen.length > 0 && !isAll} onChange={(event) => { tick(links.map(linkKey), event.target.checked) }} aria-label={t('links.chooseAll', { cause: t(`links.cause.${cause}`) })} />}
        <h3>{t(`links.cause.${cause}`)}<span>{links.length}</span></h3>
        {chosen.length > 0 && (
          <div className={styles.actions}>
            {cause === 'trash' && <Button size="small" icon={<RotateCcw size={14} />} loading={isBusy} onClick={() => { restore(chosen) }}>{t('links.restoreChosen', { count: chosen.length })}</Button>}
            <Button size="small" icon={<Unlink size={14} />} loading={isBusy} onClick={() => { remove(chosen) }}>{t('links.removeChosen', { count: chosen.length })}</Button>
          </div>
        )}
      </div>
      <ul>
        {shown.map((link) => {
          const key = linkKey(link)
          return <BrokenItem key={key} link={link} canWrite={canWrite} isTicked={ticked.has(key)} onTick={(isTicked) => { tick([key], isTicked) }} />
        })}
      </ul>
      {links.length > limit && <Button size="small" onClick={() => { setLimit(limit + shownAtFirst) }}>{t('links.more', { count: links.length - limit })}</Button>}
    </div>
  )
}
