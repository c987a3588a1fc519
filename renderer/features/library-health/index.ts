/** Looking after the library: checking it, repairing what was found, clearing what nothing uses. */
export { HealthPage } from './HealthPage'
export { RecordDamage } from './RecordDamage'
