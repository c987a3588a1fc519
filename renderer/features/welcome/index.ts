/** The first page, and the ways between libraries. */
export { CopyQuestion } from './CopyQuestion'
export { LibraryMenu } from './LibraryMenu'
export { WelcomePage } from './WelcomePage'
