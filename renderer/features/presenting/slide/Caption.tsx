/** One line below a picture or a table. */
import { captionBox, slideText, type Box } from '#shared/model/slides/frame'
import styles from './slide.module.css'
import { placed } from './sheet'

/** `box` is that of what it stands below, caption and all. */
export const Caption = ({ box, isCentred = false, children }: { box: Box; isCentred?: boolean; children: string }) => (
  <div className={`${styles.box} ${styles.caption}`} data-centred={isCentred || undefined} style={{ ...placed(captionBox(box)), fontSize: slideText.smallest }}><p>{children}</p></div>
)
