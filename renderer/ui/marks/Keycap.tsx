/** A key to press, as it is printed on the keyboard. */
import type { ReactNode } from 'react'
import styles from './Keycap.module.css'

export const Keycap = ({ children }: { children: ReactNode }) => <kbd className={styles.key}>{children}</kbd>
