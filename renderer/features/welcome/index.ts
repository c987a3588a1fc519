/** The first page, and the ways between libraries. */
export { LibraryMenu } from './LibraryMenu'
export { WelcomePage } from './WelcomePage'
