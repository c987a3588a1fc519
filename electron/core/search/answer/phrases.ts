/** Phrases: documents that hold a text exactly as it stands, case, width and script aside. */
import { fold } from '#shared/text/fold'
import { foldedText, type HeldPart } from '../index/heldPart'
import { phraseCondition, runsOf } from '../query/conditions'
import type { Evaluation } from '../query/evaluate'
import { filterHits, noHits, type Hits } from '../query/hits'

/** So many documents are looked through for one phrase; of more, those that hold its pairs are taken for it. */
const mostRead = 20_000

/** Whether whatever holds the terms of a phrase holds the phrase: so it is with up to two Han characters. */
const isExact = (phrase: string): boolean => {
  const [run, ...others] = runsOf(phrase)
  return run !== undefined && others.length === 0 && run.isHan && run.text === phrase && phrase.length <= 2
}

/** The documents of one part that hold a phrase; none for one that has no letters. */
export const hitsOfPhrase = (evaluation: Evaluation, parts: readonly HeldPart[], position: number, typed: string): Hits => {
  const phrase = fold(typed).trim()
  const part = parts[position]
  if (!part || runsOf(phrase).length === 0) return noHits
  const hits = evaluation.hits(phraseCondition(phrase), position)
  if (isExact(phrase)) return hits
  let read = 0
  return filterHits(hits, (document) => {
    if (part.removed[document] === 1) return false
    read += 1
    return read > mostRead || foldedText(part, document).includes(phrase)
  })
}
