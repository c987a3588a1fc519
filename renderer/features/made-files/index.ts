/** Files made for the user: what they are called, and what is said of them once they are there. */
export { DownloadButton, useWaits } from './DownloadButton'
export { fileName } from './fileName'
export { RevealButton } from './RevealButton'
export { useAnnounceFile } from './useAnnounceFile'
