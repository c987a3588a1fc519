/** Words to choose from, the commonest first, each a click away: a list that opens would cover the dialog that it stands in. */
import styles from './Selection.module.css'

interface WordsProps { label: string; words: readonly string[]; chosen: readonly string[]; onToggle: (word: string) => void }

export const Words = ({ label, words, chosen, onToggle }: WordsProps) => (
  <div className={styles.words} role="group" aria-label={label}>
    {words.map((word) => (
      <button key={word} type="button" className={styles.word} aria-pressed={chosen.includes(word)} onClick={() => { onToggle(word) }}>{word}</button>
    ))}
  </div>
)
