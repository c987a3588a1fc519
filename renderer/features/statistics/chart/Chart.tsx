/** A chart in the colours of the page. It tells its name to who can't see it; what it shows stands in its table too, which can be read and clicked by keyboard. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Palette } from '#renderer/ui/theme/palette.data'
import type { ChartOption, DrawnChart, Picked } from './draw'
import { useShownPalette } from './shownPalette'
import styles from '../statistics.module.css'

const load = () => import('./draw')

export type OptionOf = (palette: Palette, font: string) => ChartOption

interface ChartProps {
  option: OptionOf
  label: string
  height: number
  onPick: (picked: Picked) => void
  /** What is shown where the chart can't be drawn. */
  instead?: ReactNode
}

export const Chart = ({ option, label, height, onPick, instead }: ChartProps) => {
  const { t } = useTranslation('statistics')
  const place = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  const [drawn, setDrawn] = useState<DrawnChart>()
  const [isFailed, setFailed] = useState(false)
  const palette = useShownPalette()
  useEffect(() => { pick.current = onPick }, [onPick])
  useEffect(() => {
    let chart: DrawnChart | undefined
    let isLeft = false
    void load().then(({ drawInto }) => {
      if (isLeft || !place.current) return
      chart = drawInto(place.current, (picked) => { pick.current(picked) })
      setDrawn(chart)
    }).catch(() => { if (!isLeft) setFailed(true) })
    return () => { isLeft = true; chart?.dispose() }
  }, [])
  useEffect(() => { drawn?.show(option(palette, fontOfPage())) }, [drawn, option, palette])
  useEffect(() => {
    const element = place.current
    if (!drawn || !element) return
    const observer = new ResizeObserver(() => { drawn.resize() })
    observer.observe(element)
    return () => { observer.disconnect() }
  }, [drawn])
  if (isFailed) return <div className={styles.stack}><p className={styles.hint} role="status">{t('view.notDrawn')}</p>{instead}</div>
  return (
    <div role="img" aria-label={label}>
      {/* What is in there belongs to the chart. */}
      <div ref={place} style={{ height }} />
    </div>
  )
}

export const fontOfPage = (): string => getComputedStyle(document.body).fontFamily
