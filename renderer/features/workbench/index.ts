/** The start page. */
export { WorkbenchPage } from './WorkbenchPage'
