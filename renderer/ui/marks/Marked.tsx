/** Text with the places that match a search marked. Ranges are in UTF-16 code units; what overlaps or runs over is clipped. */
import { Fragment, type ReactNode } from 'react'

interface MarkedProps { text: string, marks: readonly (readonly [number, number])[] }

export const Marked = ({ text, marks }: MarkedProps) => {
  const parts: ReactNode[] = []
  let at = 0
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(at, start)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    parts.push(<Fragment key={from}>{text.slice(at, from)}<mark>{text.slice(from, to)}</mark></Fragment>)
    at = to
  }
  return <>{parts}{text.slice(at)}</>
}
