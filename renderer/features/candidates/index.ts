/** Records that are ripe to become a product, and the way to propose one. */
export { CandidatesPage } from './CandidatesPage'
