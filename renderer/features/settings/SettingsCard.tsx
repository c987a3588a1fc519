/** One group of settings, and a row in it. */
import type { ReactNode } from 'react'
import styles from './SettingsPage.module.css'

interface SettingsCardProps { title: string, text?: string, children: ReactNode }

export const SettingsCard = ({ title, text, children }: SettingsCardProps) => (
  <section className={styles.card}>
    <h2>{title}</h2>
    {text !== undefined && <p className={styles.text}>{text}</p>}
    {children}
  </section>
)

export const SettingsRow = ({ label, children }: { label: string, children: ReactNode }) => (
  <div className={styles.row}><span className={styles.label}>{label}</span><div className={styles.value}>{children}</div></div>
)
