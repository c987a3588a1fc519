/** Operations on many records: saying what came of one, with the way back, and the list of the latest. */
export { OperationList } from './OperationList'
export { useAnnounceOutcome, wordKey } from './useAnnounceOutcome'
