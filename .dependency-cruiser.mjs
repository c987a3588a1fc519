/** Who may import whom: the table of ARCHITECTURE.md as rules. tests/boundaries proves that each of them fires. */

/**
 * One row of the table. `ours` are the folders and files of our own that it may import besides itself, `packages` the packages of
 * npm ("@x/*" for a whole scope), `node` whether Node's own modules are allowed.
 * @typedef {{ name: string, path: string, ours: string[], packages: string[], node: boolean }} Layer
 */

const shared = '^shared/'
const ports = String.raw`^electron/core/ports\.ts$`
const coreEntry = String.raw`^electron/core/(createCore|ports)\.ts$`
const core = '^electron/core/'
/** What every host needs of the machine: folders, log, files sent and served. */
const host = '^electron/host/'
const react = ['react', 'react-dom', 'antd', 'i18next', 'react-i18next', 'lucide-react']

/** @type {Layer[]} */
export const layers = [
  { name: 'shared-model', path: '^shared/model/', ours: ['^shared/text/'], packages: ['zod', 'uuid', 'jsep'], node: false },
  { name: 'shared-text', path: '^shared/text/(?!messages/)', ours: ['^shared/model/'], packages: ['zod', 'opencc-js'], node: false },
  { name: 'shared-messages', path: '^shared/text/messages/', ours: [shared], packages: ['zod'], node: false },
  { name: 'shared-contract', path: '^shared/contract/', ours: [shared], packages: ['zod', '@orpc/contract'], node: false },

  { name: 'core-ports', path: ports, ours: [shared], packages: [], node: false },
  { name: 'core-store', path: '^electron/core/store/', ours: [shared, ports], packages: ['lowdb', 'write-file-atomic', 'canonicalize', 'zod'], node: true },
  { name: 'core-search', path: '^electron/core/search/', ours: [shared, ports], packages: ['minisearch', 'pinyin-pro', 'opencc-js', 'zod'], node: true },
  { name: 'core-documents', path: '^electron/core/documents/', ours: [shared, ports], packages: ['mammoth', 'docx', 'jszip', 'pdfjs-dist', 'write-excel-file', 'read-excel-file', 'yauzl', 'yazl', 'yaml', 'mdast', 'hast', 'mdast-util-from-markdown', 'mdast-util-to-markdown', 'mdast-util-gfm', 'mdast-util-frontmatter', 'micromark-extension-gfm', 'micromark-extension-frontmatter', 'hast-util-from-html', 'zod'], node: true },
  { name: 'core-packages', path: '^electron/core/packages/', ours: [shared, ports], packages: ['yauzl', 'yazl', 'jose', 'age-encryption', 'zod'], node: true },
  { name: 'core-backups', path: '^electron/core/backups/', ours: [shared, ports, '^electron/core/store/'], packages: ['yauzl', 'yazl', 'zod'], node: true },
  {
    name: 'core-services', path: '^electron/core/services/',
    ours: [shared, ports, '^electron/core/(store|search|documents|packages|backups)/'], packages: ['zod'], node: true,
  },
  { name: 'core-router', path: '^electron/core/router/', ours: [shared, ports, '^electron/core/services/'], packages: ['@orpc/server', 'zod'], node: false },
  { name: 'core-entry', path: String.raw`^electron/core/createCore\.ts$`, ours: [shared, core], packages: [], node: true },

  { name: 'host', path: host, ours: [shared, ports], packages: ['pino', '@orpc/server', 'zod'], node: true },
  { name: 'core-process', path: '^electron/core-process/', ours: [shared, coreEntry, host], packages: ['electron', '@orpc/server'], node: true },
  { name: 'main', path: '^electron/main/', ours: [shared, host], packages: ['electron', '@orpc/server'], node: true },
  { name: 'preload', path: '^electron/preload/', ours: [shared], packages: ['electron'], node: false },
  { name: 'web', path: '^electron/web/', ours: [shared, coreEntry, host], packages: ['hono', '@hono/node-server', 'ws', '@orpc/server', 'open', 'pino', 'zod'], node: true },
  { name: 'cli', path: '^electron/cli/', ours: [shared, coreEntry, host], packages: ['commander', '@orpc/server', '@orpc/client', 'pino', 'zod'], node: true },

  { name: 'renderer-offline', path: '^renderer/offline/', ours: [], packages: [], node: false },
  { name: 'renderer-locales', path: '^renderer/locales/', ours: [], packages: [], node: false },
  {
    name: 'renderer-client', path: '^renderer/client/', ours: [shared],
    packages: ['@orpc/client', '@orpc/contract', '@orpc/tanstack-query', '@tanstack/react-query', 'react', 'zod'], node: false,
  },
  { name: 'renderer-ui', path: '^renderer/ui/', ours: [shared, '^renderer/locales/'], packages: [...react, '@rc-component/motion', '@tanstack/react-query', 'zod'], node: false },
  { name: 'renderer-editor', path: '^renderer/editor/', ours: [shared, '^renderer/ui/'], packages: [...react, 'lexical', '@lexical/*', 'zod'], node: false },
  {
    name: 'renderer-features', path: '^renderer/features/', ours: [shared, '^renderer/(client|editor|ui)/'],
    packages: [...react, 'zustand', 'echarts', '@tanstack/react-query', 'pdfjs-dist', 'zod'], node: false,
  },
  {
    name: 'renderer-app', path: '^renderer/app/', ours: [shared, '^renderer/'],
    packages: [...react, 'zustand', '@tanstack/react-query', '@tanstack/react-router', 'zod'], node: false,
  },
]

const isTest = String.raw`^tests/|\.test\.tsx?$`
const ourFolders = '^(electron|renderer|shared|resources|scripts|tests)/'

/** @type {import('dependency-cruiser').DependencyType[]} */
const npmTypes = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']
const coreType = /** @type {const} */ ('core')
const typeOnly = /** @type {const} */ ('type-only')

/** @param {string} name */
const packagePath = (name) => `(^|/)node_modules/${name.endsWith('/*') ? name.slice(0, -1) : `${name}/`}`

/** A package's types live in a package of their own. @param {string} name */
const typesPath = (name) => `(^|/)node_modules/@types/${name.replace(/^@/, '').replace('/', '__')}/`

/**
 * @template {object} To
 * @param {string} name @param {{ path?: string, pathNot?: string | string[] }} from @param {To} to
 */
const forbid = (name, from, to) => ({ name, severity: /** @type {const} */ ('error'), from, to })

/** @param {string} path */
const ownFilesBelow = (path) => ({ path, pathNot: isTest })

/** What a layer may not import: anything of ours that its row does not name, other packages, and Node if it has none. @param {Layer} layer */
const layerRules = ({ name, path, ours, packages, node }) => {
  const from = ownFilesBelow(path)
  const allowedPackages = packages.flatMap((each) => [packagePath(each), typesPath(each)])
  return [
    forbid(`${name}-ours`, from, { path: ourFolders, pathNot: [path, ...ours] }),
    forbid(`${name}-packages`, from, { dependencyTypes: npmTypes, ...(allowedPackages.length > 0 ? { pathNot: allowedPackages } : {}) }),
    ...(node ? [] : [forbid(`${name}-node`, from, { dependencyTypes: [coreType] })]),
  ]
}

const featureEntry = String.raw`^renderer/features/[^/]+/index\.ts$`
const editorEntry = String.raw`^renderer/editor/index\.ts$`
const serviceEntry = String.raw`^electron/core/services/([^/]+/index|[^/]+)\.ts$`
const electron = packagePath('electron')

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers.flatMap(layerRules),
    // A folder that the table does not name may import nothing of ours.
    forbid('every-folder-has-a-row', { path: '^(electron|renderer|shared)/', pathNot: [isTest, ...layers.map((layer) => layer.path)] }, { path: ourFolders }),
    forbid('preload-types-only', ownFilesBelow('^electron/preload/'), { path: shared, dependencyTypesNot: [typeOnly] }),
    // The utility process talks through process.parentPort.
    forbid('core-process-electron-types-only', ownFilesBelow('^electron/core-process/'), { path: electron, dependencyTypesNot: [typeOnly] }),
    forbid('core-never-reaches-electron', ownFilesBelow(core), { path: electron, reachable: true }),
    forbid('web-and-cli-never-reach-electron', ownFilesBelow('^electron/(web|cli)/'), { path: electron, reachable: true }),
    forbid('features-by-their-entry', ownFilesBelow('^renderer/features/([^/]+)/'), { path: '^renderer/features/', pathNot: [featureEntry, '^renderer/features/$1/'] }),
    forbid('app-by-entries', ownFilesBelow('^renderer/app/'), { path: '^renderer/features/', pathNot: featureEntry }),
    forbid('editor-by-its-entry', { path: '^renderer/', pathNot: [isTest, '^renderer/editor/'] }, { path: '^renderer/editor/', pathNot: editorEntry }),
    forbid('services-by-their-entry', ownFilesBelow('^electron/core/services/([^/.]+)'), { path: '^electron/core/services/', pathNot: [serviceEntry, '^electron/core/services/$1/'] }),
    forbid('nothing-imports-tests', { pathNot: isTest }, { path: isTest }),
    forbid('no-circles', {}, { circular: true }),
    forbid('no-unresolved', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`^(out|dist|\.cache)/` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
