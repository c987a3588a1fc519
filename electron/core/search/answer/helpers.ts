/** What the index knows besides its documents that helps to read a query. */
import type { Condition } from '../query/evaluate'
import type { Slots } from '../query/forms'
import type { NearWord } from '../lexicon/nearWords'

export interface Helpers {
  /** Words that mean the same, folded. */
  synonyms: readonly (readonly string[])[]
  /** The ways to read letters as pinyin, each a row of characters; none where they are no pinyin. */
  readLetters: (letters: string) => readonly Slots[]
  /** Other characters that sound like one, by their numbers, the commonest first. */
  soundsAlike: (han: number) => readonly number[]
  /** Documents whose title or tag is written so in pinyin or in its initials. */
  named: (letters: string) => Condition
  /** Words of the index that are spelt nearly so, the nearest first. */
  spellings: (word: string) => readonly NearWord[]
}
