/** The meeting feature: an exchange meeting prepared, held and followed up on one page. */
export { MeetingPage } from './MeetingPage'
