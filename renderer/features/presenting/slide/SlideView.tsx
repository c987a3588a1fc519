/** One slide of a deck, as wide as its place: every size and place on it is that of the deck, so that it looks the same on a projector and as a small picture. */
import { useLayoutEffect, useRef } from 'react'
import { attachmentUrl } from '#renderer/client/files'
import { useSize } from '#renderer/ui/useSize'
import type { Deck, DeckTable, Slide } from '#shared/model/slides/deck'
import { rowHeights } from '#shared/model/slides/fitTable'
import { aboveCaption, fitTitle, frame, isOpening, openingFrame, slideText, type Box } from '#shared/model/slides/frame'
import { Caption } from './Caption'
import { Fitted } from './Fitted'
import { SlideChart } from './SlideChart'
import { SlideLines } from './SlideLines'
import { SlidePicture } from './SlidePicture'
import { SlideTable } from './SlideTable'
import styles from './slide.module.css'
import { installLatinFace, placed, sheetSize, themeVariables } from './sheet'

/** Inches between an opening's title and its rule. */
const aboveRule = 0.15
/** Points. */
const openingLineSize = 20

const Title = ({ slide }: { slide: Slide }) => {
  const isFirst = isOpening(slide.layout)
  return (
    <Fitted box={isFirst ? { ...openingFrame.title, height: openingFrame.title.height - aboveRule } : frame.title} size={fitTitle(slide.layout, slide.title).size} className={isFirst ? styles.openingTitle : styles.title}>
      <h2>{slide.title}{slide.parts > 1 && <small> {slide.part}/{slide.parts}</small>}</h2>
    </Fitted>
  )
}

/** A closing has no subtitle: its lines stand there. */
const closingBox = { ...openingFrame.lines, y: openingFrame.subtitle.y + 0.1 }

const captionRoom = frame.body.height - aboveCaption(frame.body, ' ').height

/** As high as the table with its caption. */
const tableBox = (table: DeckTable): Box => {
  const height = rowHeights(table, frame.body.width * 72).reduce((sum, each) => sum + each, 0) / 72
  return { ...frame.body, height: Math.min(frame.body.height, height + captionRoom) }
}

const OpeningLines = ({ lines, box = openingFrame.lines }: { lines: readonly string[]; box?: Box }) => (
  <Fitted box={box} size={openingLineSize} className={styles.openingLines}>{lines.map((line, index) => <p key={index}>{line}</p>)}</Fitted>
)

const Content = ({ slide }: { slide: Slide }) => {
  switch (slide.layout) {
    case 'cover':
    case 'section':
      return (
        <>
          {slide.subtitle !== '' && <Fitted box={openingFrame.subtitle} size={slideText.subtitle} className={styles.subtitle}><p>{slide.subtitle}</p></Fitted>}
          <OpeningLines lines={slide.lines} />
        </>
      )
    case 'closing': return <OpeningLines lines={slide.lines} box={closingBox} />
    case 'text': return <Fitted box={frame.body} size={slide.size}><SlideLines lines={slide.lines} /></Fitted>
    case 'textPicture':
      return (
        <>
          <Fitted box={frame.bodyLeft} size={slide.size}><SlideLines lines={slide.lines} /></Fitted>
          <SlidePicture key={slide.picture.attachment} picture={slide.picture} box={frame.right} />
        </>
      )
    case 'picture': return <SlidePicture key={slide.picture.attachment} picture={slide.picture} box={frame.body} />
    case 'table':
      return (
        <>
          <Fitted box={aboveCaption(frame.body, slide.table.caption)} size={slide.table.size}><SlideTable table={slide.table} /></Fitted>
          {slide.table.caption !== '' && <Caption box={tableBox(slide.table)}>{slide.table.caption}</Caption>}
        </>
      )
    case 'chart':
      return (
        <>
          {slide.lines.length > 0 && <Fitted box={frame.bodyLeft} size={slide.size}><SlideLines lines={slide.lines} /></Fitted>}
          <SlideChart chart={slide.chart} box={slide.lines.length > 0 ? frame.right : frame.body} />
        </>
      )
  }
}

const Sheet = ({ deck, slide, number }: { deck: Deck; slide: Slide; number: number }) => (
  <>
    {slide.kicker !== '' && <Fitted box={frame.kicker} size={slideText.kicker} className={styles.kicker}><p>{slide.kicker}</p></Fitted>}
    <Title slide={slide} />
    {isOpening(slide.layout) && <div className={styles.rule} style={placed({ ...openingFrame.title, y: openingFrame.title.y + openingFrame.title.height, width: 1, height: 0.05 })} />}
    <Content slide={slide} />
    {deck.theme.logo !== null && <img className={styles.logo} src={attachmentUrl(deck.theme.logo)} alt="" draggable={false} style={placed(frame.logo)} />}
    {slide.layout !== 'cover' && (
      <>
        <div className={styles.foot} style={placed({ ...frame.body, y: frame.footer.y - 0.08, height: 0 })} />
        <Fitted box={frame.footer} size={slideText.foot} className={styles.footer}><p>{deck.footer}</p></Fitted>
        <Fitted box={frame.page} size={slideText.foot} className={styles.page}><p>{number} / {deck.slides.length}</p></Fitted>
      </>
    )}
  </>
)

interface SlideViewProps {
  deck: Deck
  /** From 0. */
  index: number
  /** Its text is told elsewhere: it is a picture only. */
  isPicture?: boolean
}

export const SlideView = ({ deck, index, isPicture = false }: SlideViewProps) => {
  const place = useRef<HTMLDivElement>(null)
  const width = useSize(place)?.width
  const { latin } = deck.theme.faces
  useLayoutEffect(() => { installLatinFace(latin) }, [latin])
  const slide = deck.slides[index]
  return (
    <div ref={place} className={styles.place} style={themeVariables(deck.theme)} aria-hidden={isPicture || undefined} data-slide={index + 1}>
      {slide && width !== undefined && width > 0 && (
        <article className={styles.sheet} data-layout={slide.layout} aria-label={slide.title} style={{ ...sheetSize, transform: `scale(${String(width / sheetSize.width)})` }}>
          <Sheet key={slide.id} deck={deck} slide={slide} number={index + 1} />
        </article>
      )}
    </div>
  )
}
