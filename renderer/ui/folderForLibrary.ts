/** The folder that a new library is offered. */

/** A name without what Windows, the strictest, refuses in a folder's name. */
export const folderName = (name: string): string =>
  name.replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '').trim().replace(/[. ]+$/, '').slice(0, 80)

export const joinPath = (folder: string, name: string, platform: string): string => {
  const separator = platform === 'win32' ? '\\' : '/'
  return `${folder.replace(/[\\/]+$/, '')}${separator}${name}`
}
