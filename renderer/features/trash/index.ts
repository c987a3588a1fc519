/** The trash feature: what was deleted, bringing it back, removing it for good. */
export { TrashPage } from './TrashPage'
