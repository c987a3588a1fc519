/** The way down to a folder, for the picker's breadcrumbs. */
export interface Crumb { name: string, path: string }

/** The folders above a path and itself, the topmost first. Both separators count, as Windows takes both. */
export const crumbsOf = (path: string): Crumb[] => {
  const crumbs: Crumb[] = []
  const share = /^[\\/]{2}([^\\/]+[\\/][^\\/]+)/.exec(path)
  if (share?.[1] !== undefined) crumbs.push({ name: share[1], path: share[0] })
  const from = share?.[0].length ?? 0
  for (const match of path.slice(from).matchAll(/[^\\/]+/g)) {
    const folder = path.slice(0, from + match.index + match[0].length)
    crumbs.push({ name: match[0], path: /^[A-Za-z]:$/.test(folder) ? `${folder}\\` : folder })
  }
  return crumbs
}
