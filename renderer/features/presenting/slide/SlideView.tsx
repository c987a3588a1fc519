/** One slide of a deck, as wide as its place: every size and place on it is that of the deck, so that it looks the same on a projector and as a small picture. */
import { Fragment, useLayoutEffect, useRef } from 'react'
import { attachmentUrl } from '#renderer/client/files'
import { useSize } from '#renderer/ui/useSize'
import type { Deck, DeckLine, DeckTable, Slide } from '#shared/model/slides/deck'
import { rowHeights } from '#shared/model/slides/fitTable'
import { aboveCaption, captionBox, captionText, chartBoxes, fitTitle, frame, isOpening, openingFrame, slideText, titleLines, type Box } from '#shared/model/slides/frame'
import { stackedBoxes } from '#shared/model/slides/stacked'
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
      <h2>{titleLines(slide.layout, slide.title).map((line, index) => <Fragment key={index}>{index > 0 && <br />}{line}</Fragment>)}{slide.parts > 1 && <small> {slide.part}/{slide.parts}</small>}</h2>
    </Fitted>
  )
}

/** A closing has no subtitle: its lines stand there. */
const closingBox = { ...openingFrame.lines, y: openingFrame.subtitle.y + 0.1 }

/** As high as the table with its caption. */
const tableBox = (table: DeckTable): Box => {
  const height = rowHeights(table, frame.body.width * 72).reduce((sum, each) => sum + each, 0) / 72
  return { ...frame.body, height: height + frame.body.height - aboveCaption(frame.body, table.caption).height }
}

/** Lines of a table are drawn between its rows: on a screen it is that much higher than it was measured. */
const roomForLines = 0.15

const Lines = ({ slide: { lines, size }, box }: { slide: { lines: readonly DeckLine[]; size: number }; box: Box }) => <Fitted box={box} size={size}><SlideLines lines={lines} /></Fitted>

const Table = ({ table, room, box }: { table: DeckTable; room: Box; box: Box }) => (
  <>
    <Fitted box={room} size={table.size}><SlideTable table={table} /></Fitted>
    {table.caption !== '' && <Caption box={captionBox(box, table.caption)}>{captionText(box, table.caption)}</Caption>}
  </>
)

const Stacked = ({ slide }: { slide: Extract<Slide, { layout: 'textTable' }> }) => {
  const { above, table, below } = stackedBoxes(slide)
  const { height, ...place } = aboveCaption(table, slide.table.caption)
  return (
    <>
      {slide.lines.length > 0 && <Lines slide={slide} box={above} />}
      <Table table={slide.table} room={{ ...place, height: height + roomForLines }} box={table} />
      {slide.below.length > 0 && <Lines slide={{ lines: slide.below, size: slide.size }} box={below} />}
    </>
  )
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
    case 'text': return <Lines slide={slide} box={frame.body} />
    case 'textPicture':
    case 'textWidePicture':
      return (
        <>
          <Lines slide={slide} box={slide.layout === 'textPicture' ? frame.bodyLeft : frame.bodyNarrow} />
          <SlidePicture key={slide.picture.attachment} picture={slide.picture} box={slide.layout === 'textPicture' ? frame.right : frame.rightWide} isBeside />
        </>
      )
    case 'picture': return <SlidePicture key={slide.picture.attachment} picture={slide.picture} box={frame.body} />
    case 'table': return <Table table={slide.table} room={aboveCaption(frame.body, slide.table.caption)} box={tableBox(slide.table)} />
    case 'textTable': return <Stacked slide={slide} />
    case 'chart': {
      const { text, chart } = chartBoxes(slide.chart.categories.length, slide.lines.length > 0)
      return (
        <>
          {slide.lines.length > 0 && <Lines slide={slide} box={text} />}
          <SlideChart chart={slide.chart} box={chart} />
        </>
      )
    }
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
