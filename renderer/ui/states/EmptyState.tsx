/** What a page says when it holds nothing yet: what belongs here, one sentence, one action, one example. */
import type { ReactNode } from 'react'
import styles from './states.module.css'

interface EmptyStateProps {
  title: string
  text: string
  /** The one primary action. */
  action?: ReactNode
  /** One link to an example. */
  example?: ReactNode
}

export const EmptyState = ({ title, text, action, example }: EmptyStateProps) => (
  <section className={styles.empty}>
    <h2 className={styles.title}>{title}</h2>
    <p className={styles.text}>{text}</p>
    {(action ?? example) !== undefined && <div className={styles.actions}>{action}{example}</div>}
  </section>
)
