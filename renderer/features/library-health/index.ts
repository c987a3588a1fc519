/** Looking after the library: checking it, repairing what was found, clearing what nothing uses. */
export { isLibraryFile } from './groups'
export { HealthPage } from './HealthPage'
export { RecordDamage } from './RecordDamage'
