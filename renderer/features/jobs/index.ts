/** What runs in the background. */
export { JobProgress } from './JobProgress'
export { JobsIndicator } from './JobsIndicator'
