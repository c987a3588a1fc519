/** What runs in the background. */
export { JobProgress } from './JobProgress'
export { dismissJob, JobsIndicator } from './JobsIndicator'
