/** Says why a file can't be looked at here, in the place where it would stand; the buttons above lead on. */
import { FileQuestion } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './preview.module.css'

interface NoPreviewProps { title: string; text: string; children?: ReactNode }

export const NoPreview = ({ title, text, children }: NoPreviewProps) => (
  <div className={styles.none} role="status">
    <FileQuestion size={28} aria-hidden="true" />
    <p className={styles.noneTitle}>{title}</p>
    <p className={styles.noneText}>{text}</p>
    {children}
  </div>
)
