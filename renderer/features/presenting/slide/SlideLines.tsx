/** Paragraphs and list items of a slide, as deep and with such marks as the deck says. */
import type { DeckLine } from '#shared/model/slides/deck'
import { indentOf } from '#shared/model/slides/fitLines'
import styles from './slide.module.css'

const Spans = ({ spans }: Pick<DeckLine, 'spans'>) => spans.map(({ text, bold, accent }, index) =>
  <span key={index} data-bold={bold} data-accent={accent}>{text}</span>)

export const SlideLines = ({ lines }: { lines: readonly DeckLine[] }) => (
  <div className={styles.lines}>
    {lines.map((line, index) => (
      <p key={index} className={styles.line} style={{ paddingInlineStart: `${String(indentOf({ ...line, mark: '' }))}em` }}>
        {line.mark !== '' && <span className={styles.mark} style={{ width: `${String(indentOf({ ...line, level: 0 }))}em` }}>{line.mark}</span>}
        <span><Spans spans={line.spans} /></span>
      </p>
    ))}
  </div>
)
