/** What runs in the background. */
export { JobsIndicator } from './JobsIndicator'
