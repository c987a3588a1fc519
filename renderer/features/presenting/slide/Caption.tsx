/** A line or two below a picture or a table. */
import { slideText, type Box } from '#shared/model/slides/frame'
import styles from './slide.module.css'
import { placed } from './sheet'

export const Caption = ({ box, isCentred = false, children }: { box: Box; isCentred?: boolean; children: string }) => (
  <div className={`${styles.box} ${styles.caption}`} data-centred={isCentred || undefined} style={{ ...placed(box), fontSize: slideText.smallest }}><p>{children}</p></div>
)
