/** A tag: a word in a thin frame. */
import type { ReactNode } from 'react'
import styles from './Tag.module.css'

export const Tag = ({ children }: { children: ReactNode }) => <span className={styles.tag}><bdi>{children}</bdi></span>
