/** The words that a library's records are sorted by (units, fields, tags, people): which there are, how many records use each, and changing them. */
import { z } from 'zod'
import { VocabularyKind } from '../model/vocabularies/rows'
import { procedure } from './base'
import { OperationOutcome } from './operations'

export { VocabularyKind }

/**
 * `count`: how many records use it; a unit's own, without those below it. `known`: it is in the vocabulary, not only in records. `key` is
 * the name unless two units bear one; `parent` the key of the unit above. `isOwner`: the unit that the library belongs to, whose `code`
 * begins every number. What a kind does not have is empty.
 */
export const Word = z.object({
  key: z.string(), name: z.string(), count: z.int(), known: z.boolean(),
  parent: z.string().nullable(), code: z.string(), isOwner: z.boolean(),
  unit: z.string(), role: z.string(),
})
export type Word = z.infer<typeof Word>

/** One line of text. */
const NewWord = z.string().trim().min(1).max(100).regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'more than one line')
/** As it stands, whatever stands there. */
const KnownWord = z.string().min(1).max(1000)
const kind = VocabularyKind
const names = z.array(KnownWord).min(1).max(5000)

export const WordDetails = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('units'), name: KnownWord, code: z.string().regex(/^[A-Z0-9]{0,12}$/, 'a unit code has 1 to 12 capital letters and digits') }),
  z.object({ kind: z.literal('people'), name: KnownWord, unit: z.string().trim().max(100), role: z.string().trim().max(100) }),
])
export type WordDetails = z.infer<typeof WordDetails>

/** How many templates are for one of the words or give it, and how many saved searches and saved views are narrowed to one. */
export const WordsElsewhere = z.object({ templates: z.int(), searches: z.int(), views: z.int() })
export type WordsElsewhere = z.infer<typeof WordsElsewhere>

/**
 * Those that change throw why the library can't be written, and `not_found` for a word that is not here. Those that answer an outcome
 * change words and records together, as one operation; a record that can't be changed is left as it is and listed.
 */
export const vocabularies = {
  /** The vocabulary in its order, then what records use besides, the commonest first. */
  list: procedure.input(z.object({ kind })).output(z.array(Word)),
  /** Adds words, or takes in those that only records use; what is there already stays. `parent`: the unit that they come below. */
  add: procedure.input(z.object({ kind, names: z.array(NewWord).min(1).max(5000), parent: KnownWord.nullable().default(null) })).output(z.null()),
  /** Moves a word below `parent` (null: the top) and before another one there (null: last). */
  move: procedure.input(z.object({ kind, name: KnownWord, parent: KnownWord.nullable(), before: KnownWord.nullable() })).output(z.null()),
  /** A unit's code, empty for none; a person's unit and role. */
  describe: procedure.input(WordDetails).output(z.null()),
  /** In the vocabulary and in every record. Throws `word_exists`: to make one of two is to merge them. */
  rename: procedure.input(z.object({ kind, name: KnownWord, into: NewWord })).output(OperationOutcome),
  /** Several become one, which may be one of them or another; units keep what is below them, synonyms stay with the word. */
  merge: procedure.input(z.object({ kind, names, into: NewWord })).output(OperationOutcome),
  /** Where else than in records words are used: there they stay when they are removed. */
  elsewhere: procedure.input(z.object({ kind, names })).output(WordsElsewhere),
  /** Out of the vocabulary, and out of the records too where that is said; what is below a unit comes to the one above. */
  remove: procedure.input(z.object({ kind, names, fromRecords: z.boolean() })).output(OperationOutcome),
}
