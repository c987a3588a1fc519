/** A fingerprint as two people read it to each other: eight groups of five digits, four in a row. */
import styles from './keys.module.css'

export const Fingerprint = ({ value, label }: { value: string; label: string }) => (
  <p className={styles.fingerprint} role="group" aria-label={label}>{value.split(' ').map((group, index) => <span key={`${index} ${group}`}>{group}</span>)}</p>
)
