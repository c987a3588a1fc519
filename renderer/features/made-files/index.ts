/** Files made for the user: what is said of them once they are there. */
export { DownloadButton, useWaits } from './DownloadButton'
export { RevealButton } from './RevealButton'
export { useAnnounceFile } from './useAnnounceFile'
