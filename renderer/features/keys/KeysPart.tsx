/** Keys and trust: the part of the settings about what packages are signed and encrypted with. */
import { OwnKeys } from './OwnKeys'
import { TrustList } from './TrustList'
import styles from './keys.module.css'

export const KeysPart = ({ readOnly }: { readOnly: boolean }) => <div className={styles.cards}><OwnKeys /><TrustList readOnly={readOnly} /></div>
