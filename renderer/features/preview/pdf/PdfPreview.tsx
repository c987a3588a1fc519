/** A PDF page under page. Its first page says how large a page is until each has said it itself. */
import { Button, InputNumber } from 'antd'
import { MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useSize } from '#renderer/ui/useSize'
import type { AttachmentRef } from '#shared/model/record'
import { NoPreview } from '../NoPreview'
import styles from '../preview.module.css'
import { openPdf } from './openPdf'
import { PdfPage, type PageSize } from './PdfPage'
import { nextScale, pageAt } from './scales'

type State = { kind: 'loading' } | { kind: 'open'; document: PDFDocumentProxy; first: PageSize } | { kind: 'failed'; why: 'locked' | 'damaged' | 'notThere' }

const whyOf = (error: unknown): 'locked' | 'damaged' => (error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged')

/** Pages have this much around them, in CSS pixels. */
const margin = 16

/** At first, where there is room for it. */
const usualScale = 1.5

const usePdf = (file: AttachmentRef): State => {
  const [state, setState] = useState<State>({ kind: 'loading' })
  useEffect(() => {
    let isLeft = false
    const settle = (next: State): void => { if (!isLeft) setState(next) }
    const task = openPdf(file, () => settle({ kind: 'failed', why: 'notThere' }))
    const open = async (): Promise<void> => {
      const document = await task.promise
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
      settle({ kind: 'open', document, first: { width, height } })
    }
    open().catch((error: unknown) => settle({ kind: 'failed', why: whyOf(error) }))
    return () => {
      isLeft = true
      void task.destroy()
    }
  }, [file])
  return state
}

const Pages = ({ document, first, name }: { document: PDFDocumentProxy; first: PageSize; name: string }) => {
  const { t } = useTranslation('preview')
  const place = useRef<HTMLDivElement>(null)
  const size = useSize(place)
  const [chosen, setChosen] = useState<number | 'width'>()
  const [page, setPage] = useState(1)
  const width = size && (size.width - 2 * margin) / first.width
  const scale = typeof chosen === 'number' ? chosen : width && (chosen === 'width' ? width : Math.min(usualScale, width))
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)

  const pages = (): HTMLElement[] => [...place.current?.querySelectorAll<HTMLElement>('[data-page]') ?? []]
  const goTo = (number: number): void => pages()[number - 1]?.scrollIntoView({ block: 'start' })
  const zoom = (direction: -1 | 1): void => { if (scale !== undefined) setChosen(nextScale(scale, direction)) }
  const onScroll = (): void => {
    if (place.current) setPage(pageAt(pages().map(({ offsetTop }) => offsetTop), place.current.scrollTop + place.current.clientHeight / 3))
  }

  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label={t('pdf.tools')}>
        <InputNumber
          size="small" className={styles.number ?? ''} min={1} max={document.numPages} precision={0} value={page} aria-label={t('pdf.goTo')} controls={false}
          onChange={(number) => { if (number !== null) goTo(number) }}
        />
        <span>{t('pdf.of', { count: document.numPages })}</span>
        <span className={styles.gap} />
        <Button type="text" size="small" icon={<ZoomOut size={15} />} aria-label={t('pdf.smaller')} title={t('pdf.smaller')} onClick={() => zoom(-1)} />
        <span className={styles.scale}>{scale === undefined ? '' : `${Math.round(scale * 100)} %`}</span>
        <Button type="text" size="small" icon={<ZoomIn size={15} />} aria-label={t('pdf.larger')} title={t('pdf.larger')} onClick={() => zoom(1)} />
        <Button type="text" size="small" icon={<MoveHorizontal size={15} />} disabled={chosen === 'width'} onClick={() => setChosen('width')}>{t('pdf.width')}</Button>
      </div>
      <div ref={place} className={styles.pages} tabIndex={0} role="region" aria-label={name} onScroll={onScroll}>
        {scale !== undefined && numbers.map((number) => <PdfPage key={number} document={document} number={number} guess={first} scale={scale} />)}
      </div>
    </>
  )
}

const PdfPreview = ({ file }: { file: AttachmentRef }) => {
  const { t } = useTranslation('preview')
  const state = usePdf(file)
  switch (state.kind) {
    case 'loading': return <div className={styles.waiting} aria-busy="true"><p role="status">{t('pdf.opening')}</p><SkeletonRows rows={12} rowHeight={32} /></div>
    case 'failed': return <NoPreview title={t(`pdf.${state.why}`)} text={t(`pdf.${state.why}Text`)} />
    case 'open': return <Pages document={state.document} first={state.first} name={file.name} />
  }
}

export default PdfPreview
