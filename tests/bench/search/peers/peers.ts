/** The peers by name. */
import { flexSearch } from './flexSearch'
import { fts5 } from './fts5'
import { miniSearch } from './miniSearch'
import { orama } from './orama'
import type { Peer } from './peer'

export const peers: Readonly<Record<'fts5' | 'minisearch' | 'flexsearch' | 'orama', () => Peer>> = { fts5, minisearch: miniSearch, flexsearch: flexSearch, orama }
export type PeerName = keyof typeof peers
export const peerNames = Object.keys(peers).filter((name): name is PeerName => name in peers)
