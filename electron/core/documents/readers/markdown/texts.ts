/** Plain text as it stands in a Markdown file: what other programs write into it, and lines that only wrap. */
import type { Inline, TextInline } from '#shared/model/body/inlines'
import { addressedPicture, type ReadContext } from './context'

const withMarks = (text: string, marks: readonly string[]): TextInline => ({ type: 'text', text, ...marks.length > 0 ? { marks: [...marks] } : {} })

/** A line that wraps between words of Latin letters is a space; between Chinese characters it is nothing. */
const unwrapped = (text: string): string => text.replaceAll(/[ \t]*\n[ \t]*/g, (_wrap, at: number) => {
  const [before, after] = [text.slice(0, at).at(-1) ?? '', text.slice(at).trimStart()[0] ?? '']
  return /[\u2e80-\uffef]/.test(before) && /[\u2e80-\uffef]/.test(after) ? '' : ' '
})

const picturePath = /\.(?:png|jpe?g|gif|bmp|webp|svg)$/i

/** [[note]], [[note|words]], ![[picture.png|200]], and ==highlighted==. */
const special = /(!?)\[\[([^[\]|#\n]*)(?:#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\]|==([^=\n]+)==/g

const ofNotes = (context: ReadContext, text: string, marks: readonly string[]): Inline[] => {
  const inlines: Inline[] = []
  let at = 0
  for (const found of text.matchAll(special)) {
    const [whole, embeds, target = '', words, marked] = found
    inlines.push(withMarks(text.slice(at, found.index), marks))
    at = found.index + whole.length
    if (marked !== undefined) inlines.push(withMarks(marked, [...marks, 'highlight']))
    else if (embeds && picturePath.test(target)) {
      const width = Number(words?.split('x')[0])
      inlines.push(addressedPicture(target.trim(), '', Number.isFinite(width) && width > 0 ? { width } : {}))
    } else inlines.push(...context.fileLink(target.trim(), [withMarks(words ?? target, marks)]))
  }
  inlines.push(withMarks(text.slice(at), marks))
  return inlines.filter((inline) => inline.type !== 'text' || inline.text !== '')
}

export const readText = (context: ReadContext, text: string, marks: readonly string[]): Inline[] => {
  if (text === '') return []
  return context.isOwn ? [withMarks(text, marks)] : ofNotes(context, unwrapped(text), marks)
}
