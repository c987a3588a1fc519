/** A strip across the page: what happened, what it means, and the choices there are. */
import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

interface NoticeProps { tone: 'information' | 'caution' | 'error'; title: string; text: string; children?: ReactNode }

export const Notice = ({ tone, title, text, children }: NoticeProps) => (
  <div className={styles.notice} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
    {tone === 'information' ? <Info size={16} aria-hidden="true" /> : <CircleAlert size={16} aria-hidden="true" />}
    <p className={styles.words}><strong>{title}</strong>{text}</p>
    {children !== undefined && <div className={styles.actions}>{children}</div>}
  </div>
)
