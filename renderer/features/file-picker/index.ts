/** Choosing files and folders, the same on every host. */
export { FilePickerHost } from './FilePickerHost'
export { usePickFiles, usePickFolder } from './usePick'
