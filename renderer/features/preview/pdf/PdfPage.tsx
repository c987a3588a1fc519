/** One page of a PDF: a place of its size, drawn while it is in or near sight, with its text over it to be selected and found. */
import { AnnotationMode, TextLayer, type PDFDocumentProxy, type PDFPageProxy, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../preview.module.css'

/** In points. */
export interface PageSize { width: number; height: number }

interface PdfPageProps {
  document: PDFDocumentProxy
  number: number
  /** Its size until it is known. */
  guess: PageSize
  scale: number
}

/** A canvas has no more pixels than these, however far one zooms. */
const mostPixels = 16_000_000

const useIsNear = (place: React.RefObject<HTMLElement | null>): boolean => {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver((entries) => { setIsNear(entries.at(-1)?.isIntersecting === true) }, { root: element.parentElement, rootMargin: '600px 0px' })
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return isNear
}

const isCancelled = (error: unknown): boolean => error instanceof Error && (error.name === 'RenderingCancelledException' || error.name === 'AbortException')

/** Draws into new elements; `show` puts them in place once the picture is there, so that nothing flickers. */
const drawPage = (page: PDFPageProxy, scale: number, show: (canvas: HTMLCanvasElement, text: HTMLElement) => void) => {
  const viewport = page.getViewport({ scale })
  const density = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / (viewport.width * viewport.height)))
  const canvas = Object.assign(window.document.createElement('canvas'), { width: Math.floor(viewport.width * density), height: Math.floor(viewport.height * density) })
  const container = window.document.createElement('div')
  container.className = 'textLayer'
  const drawing: RenderTask = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0], annotationMode: AnnotationMode.ENABLE })
  const text = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport })
  const done = drawing.promise.then(async () => {
    show(canvas, container)
    await text.render()
  })
  return { done, cancel: () => { drawing.cancel(); text.cancel() } }
}

export const PdfPage = ({ document, number, guess, scale }: PdfPageProps) => {
  const { t } = useTranslation('preview')
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(place)
  const [size, setSize] = useState(guess)
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    if (!isNear) return
    let isLeft = false
    let cancel = (): void => undefined
    const target = drawn.current
    const draw = async (): Promise<void> => {
      const page = await document.getPage(number)
      if (isLeft) return
      const { width, height } = page.getViewport({ scale: 1 })
      setSize({ width, height })
      const drawing = drawPage(page, scale, (canvas, text) => target?.replaceChildren(canvas, text))
      cancel = drawing.cancel
      await drawing.done
      setHasFailed(false)
    }
    draw().catch((error: unknown) => { if (!isLeft && !isCancelled(error)) setHasFailed(true) })
    return () => {
      isLeft = true
      cancel()
    }
  }, [document, number, scale, isNear])

  // What is far away gives its memory back.
  useEffect(() => { if (!isNear) drawn.current?.replaceChildren() }, [isNear])

  const style: CSSProperties & Record<'--total-scale-factor', number> = { 'width': size.width * scale, 'height': size.height * scale, '--total-scale-factor': scale }
  return (
    <div ref={place} className={styles.paper} style={style} data-page={number} role="group" aria-label={t('pdf.page', { page: number })}>
      <div ref={drawn} className={styles.drawn} />
      {hasFailed && <p className={styles.pageFailed}>{t('pdf.pageFailed', { page: number })}</p>}
    </div>
  )
}
