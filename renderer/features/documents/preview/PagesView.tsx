/** Pages one below the other, as large as there is room for, at most as they are on paper. */
import { useLayoutEffect, useRef } from 'react'
import { useSize } from '#renderer/ui/useSize'
import styles from '../documents.module.css'
import { pixelsOf } from '../pages/geometry'
import type { LaidOut } from '../pages/layOut'

interface PagesViewProps { laidOut: LaidOut; page: { width: number; height: number }; label: string }

const gap = 20
const edge = 32

export const PagesView = ({ laidOut, page, label }: PagesViewProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(scroller)
  const [width, height] = [pixelsOf(page.width), pixelsOf(page.height)]
  const scale = size ? Math.min(1, (size.width - 2 * edge) / width) : 0.5
  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' })
    const list = Object.assign(document.createElement('div'), { className: 'pages' })
    list.append(...laidOut.pages.map((each) => each.cloneNode(true)))
    root?.replaceChildren(Object.assign(document.createElement('style'), { textContent: laidOut.css }), list)
    scroller.current?.scrollTo({ top: 0 })
  }, [laidOut])
  useLayoutEffect(() => { host.current?.style.setProperty('--page-gap', `${gap / scale}px`) }, [scale])
  return (
    <div ref={scroller} className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
      <div className={styles.paper} style={{ width: width * scale, height: laidOut.pages.length * (height * scale + gap) - gap }}>
        <div ref={host} className={styles.pages} style={{ width, transform: `scale(${scale})` }} />
      </div>
    </div>
  )
}
