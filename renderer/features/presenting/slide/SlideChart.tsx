/** Bars before and after, each with its figure; a screen reader hears the figures. */
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeckChart } from '#shared/model/slides/deck'
import { slideText, type Box } from '#shared/model/slides/frame'
import { barLabel, barsOf, type Bar } from './bars'
import styles from './slide.module.css'
import { placed } from './sheet'

/** What the figure of a bar takes. */
const labelRoom = '26px'

interface BarsStyle extends CSSProperties { '--below': string }
interface BarStyle extends CSSProperties { '--colour': string }

/** The last series is what came of it. */
const colourOf = (series: number, of: number): string => {
  if (series === of - 1) return 'var(--accent)'
  return series === 0 ? 'var(--second)' : 'var(--third)'
}

const barStyle = ({ height, isBelow, series }: Bar, zero: number, of: number): BarStyle =>
  ({ '--colour': colourOf(series, of), height: `${String(height * 100)}%`, ...isBelow ? { top: `${String((1 - zero) * 100)}%` } : { bottom: `${String(zero * 100)}%` } })

export const SlideChart = ({ chart, box }: { chart: DeckChart; box: Box }) => {
  const { t } = useTranslation('presenting')
  const { series, unit } = chart
  const { zero, groups } = barsOf(chart)
  const below = zero > 0 ? labelRoom : '0px'
  const roomBelow: BarsStyle = { '--below': below }
  const said = groups.map(({ category, bars }) =>
    t('slide.bars', { category, values: bars.map(({ value, series: number }) => `${series[number]?.name ?? ''} ${barLabel(value)}${unit === '' ? '' : ` ${unit}`}`).join(t('slide.and')) })).join(t('slide.then'))
  return (
    <div className={styles.chart} style={{ ...placed(box), fontSize: slideText.smallest }} role="img" aria-label={said}>
      <div className={styles.legend}>
        {series.map(({ name }, index) => name !== '' && <span key={index}><i style={{ background: colourOf(index, series.length) }} />{name}</span>)}
        {unit !== '' && <span className={styles.unit}>{t('slide.unit', { unit })}</span>}
      </div>
      <div className={styles.plot} data-single={groups.length === 1 || undefined}>
        {groups.map(({ category, bars }, index) => (
          <div key={index} className={styles.group}>
            <div className={styles.bars} style={roomBelow}>
              <div className={styles.zero} style={{ bottom: `calc(${below} + (100% - ${below} - ${labelRoom}) * ${String(zero)})` }} />
              {bars.map((bar) => (
                <div key={bar.series} className={styles.track}>
                  <div className={styles.bar} style={barStyle(bar, zero, series.length)} data-below={bar.isBelow || undefined} data-last={bar.series === series.length - 1 || undefined}><span>{barLabel(bar.value)}</span></div>
                </div>
              ))}
            </div>
            <div className={styles.category}>{category}</div>
          </div>
        ))}
      </div>
    </div>
  )
}
