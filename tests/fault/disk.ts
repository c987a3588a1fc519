/**
 * What a disk keeps of a folder when the power goes: whatever was synced for certain, of the rest any part. A file that was written and
 * not synced may be empty, cut off or whole; an entry of a folder that was made, replaced or removed and not synced may be as before or as
 * after, each apart from the others. Only a rename never loses the file that it moves.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Random } from '../support/random'

/** What decides what a power cut leaves. */
type Chance = Pick<Random, 'below' | 'chance' | 'pick'>

interface FileNode { kind: 'file'; now: Buffer; kept: Buffer | undefined }
interface FolderNode { kind: 'folder'; now: Map<string, Node>; kept: Map<string, Node> }
type Node = FileNode | FolderNode

interface Move { node: Node; from: FolderNode; fromName: string; to: FolderNode; toName: string }

export interface Disk {
  created: (path: string) => void
  /** The file or folder that was opened at a path, wherever it lies by now. */
  nodeAt: (path: string) => unknown
  written: (node: unknown, data: Uint8Array) => void
  synced: (node: unknown) => void
  folderMade: (path: string) => void
  renamed: (from: string, to: string) => void
  linked: (from: string, to: string) => void
  removed: (path: string) => void
  /** Puts on the real disk what may be left after a cut. */
  cut: (random: Chance) => void
}

const isNode = (each: unknown): each is Node => typeof each === 'object' && each !== null && 'kept' in each

/** Removing a folder removes what lies in it, entry by entry. */
const empty = (folder: FolderNode): void => {
  for (const node of folder.now.values()) if (node.kind === 'folder') empty(node)
  folder.now.clear()
}

const readTree = (path: string): FolderNode => {
  const entries = readdirSync(path, { withFileTypes: true }).map((entry): [string, Node] => {
    const below = join(path, entry.name)
    if (entry.isDirectory()) return [entry.name, readTree(below)]
    const bytes = readFileSync(below)
    return [entry.name, { kind: 'file', now: bytes, kept: bytes }]
  })
  return { kind: 'folder', now: new Map(entries), kept: new Map(entries) }
}

const contentLeft = ({ now, kept }: FileNode, random: Chance): Buffer => {
  if (now === kept) return now
  return [kept ?? Buffer.alloc(0), Buffer.alloc(0), now.subarray(0, random.below(now.length + 1)), now][random.below(4)] ?? now
}

/** Follows what happens below a folder, all of which is taken to be safe now. Paths outside of it are let be. */
export const followDisk = (root: string): Disk => {
  const top = readTree(root)
  let moves: Move[] = []

  const find = (path: string): Node | undefined => {
    if (path === root) return top
    if (!path.startsWith(root)) return undefined
    const parent = find(dirname(path))
    return parent?.kind === 'folder' ? parent.now.get(basename(path)) : undefined
  }
  const parentOf = (path: string): FolderNode | undefined => {
    const parent = path === root ? undefined : find(dirname(path))
    return parent?.kind === 'folder' ? parent : undefined
  }
  const put = (path: string, node: Node): void => { parentOf(path)?.now.set(basename(path), node) }

  /** Of each name of a folder one of the two things that may stand there. */
  const choose = (folder: FolderNode, random: Chance, chosen: Map<FolderNode, Map<string, Node>>): void => {
    const left = new Map<string, Node>()
    for (const name of new Set([...folder.now.keys(), ...folder.kept.keys()])) {
      const node = random.chance(0.5) ? folder.now.get(name) : folder.kept.get(name)
      if (node) left.set(name, node)
    }
    chosen.set(folder, left)
    for (const node of new Set([...folder.now.values(), ...folder.kept.values()])) if (node.kind === 'folder' && !chosen.has(node)) choose(node, random, chosen)
  }

  const write = (path: string, folder: FolderNode, chosen: Map<FolderNode, Map<string, Node>>, random: Chance): void => {
    mkdirSync(path, { recursive: true })
    for (const [name, node] of chosen.get(folder) ?? []) {
      if (node.kind === 'folder') write(join(path, name), node, chosen, random)
      else writeFileSync(join(path, name), contentLeft(node, random))
    }
  }

  return {
    created: (path) => { put(path, { kind: 'file', now: Buffer.alloc(0), kept: undefined }) },
    nodeAt: find,
    written: (node, data) => { if (isNode(node) && node.kind === 'file') node.now = Buffer.concat([node.now, data]) },
    synced: (node) => {
      if (!isNode(node)) return
      if (node.kind === 'file') node.kept = node.now
      else {
        node.kept = new Map(node.now)
        moves = moves.filter(({ to }) => to !== node)
      }
    },
    folderMade: (path) => { put(path, { kind: 'folder', now: new Map(), kept: new Map() }) },
    renamed: (from, to) => {
      const [node, fromFolder, toFolder] = [find(from), parentOf(from), parentOf(to)]
      if (!node || !fromFolder || !toFolder) return
      fromFolder.now.delete(basename(from))
      toFolder.now.set(basename(to), node)
      moves.push({ node, from: fromFolder, fromName: basename(from), to: toFolder, toName: basename(to) })
    },
    linked: (from, to) => {
      const node = find(from)
      if (node) put(to, node)
    },
    removed: (path) => {
      const node = find(path)
      if (node?.kind === 'folder') empty(node)
      parentOf(path)?.now.delete(basename(path))
    },
    cut: (random) => {
      const chosen = new Map<FolderNode, Map<string, Node>>()
      choose(top, random, chosen)
      for (const { node, from, fromName, to, toName } of moves) {
        const [before, after] = [chosen.get(from), chosen.get(to)]
        if (to.now.get(toName) !== node || before?.get(fromName) === node || after?.get(toName) === node) continue
        // Lost from where it was, so it is where it went.
        if (from.kept.get(fromName) === node) after?.set(toName, node)
      }
      for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true, force: true })
      write(root, top, chosen, random)
    },
  }
}
