/** The find-record feature: what is found for what is typed where a record is chosen. */
export { useFoundRecords } from './useFoundRecords'
export { usePinRecord } from './usePinRecord'
