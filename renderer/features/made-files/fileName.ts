/** The name that a file made of something titled is offered. */

const longest = 80

/** A title as a file's name with an extension, without what Windows, the strictest, refuses; `fallback` where nothing is left of it. */
export const fileName = (title: string, extension: string, fallback: string): string => {
  const name = [...title.replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replaceAll(/\s+/gu, ' ').trim()].slice(0, longest).join('').replace(/[. ]+$/, '')
  return `${name || fallback}.${extension}`
}
