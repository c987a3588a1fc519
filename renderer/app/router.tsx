/** Routes, in the hash of the address so that the desktop and the web host serve one file. */
import { createHashHistory, createRootRoute, createRoute, createRouter, Navigate, useLocation, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useRef } from 'react'
import { z } from 'zod'
import { DocumentSource } from '#shared/contract/documents'
import { Figure, type Figure as FigureName } from '#shared/contract/statistics'
import type { ListQuery } from '#shared/model/listFields'
import { ListedType } from '#shared/model/recordTypes'
import { api } from '#renderer/client/queries'
import { ImportReportPage } from '#renderer/features/imports'
import { HealthPage } from '#renderer/features/library-health'
import { lastQuery, LibraryPage } from '#renderer/features/library-list'
import { OpenedPackagePage, PackagesPage } from '#renderer/features/packages'
import { SettingsPage } from '#renderer/features/settings'
import { SmartListPage } from '#renderer/features/smart-list'
import { StatisticsPage } from '#renderer/features/statistics'
import { TrashPage } from '#renderer/features/trash'
import { WelcomePage } from '#renderer/features/welcome'
import { WorkbenchPage } from '#renderer/features/workbench'
import { settingsParts } from '#renderer/ui/navigation'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { AdoptionSearch } from './adoptionSearch'
import { PageError } from './ErrorBoundary'
import { Frame } from './frame/Frame'
import { usePresentingProps } from './presentingProps'
import { ListSearch, queryOf, searchOf } from './listSearch'

const RouteError = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  return <PageError error={error} onRetry={() => { reset(); void router.invalidate() }} />
}

const rootRoute = createRootRoute({ component: Frame, errorComponent: RouteError, notFoundComponent: () => <Navigate to="/" replace /> })

const IndexPage = () => {
  const library = useQuery(api.library.current.queryOptions())
  if (library.isPending) return <SkeletonRows />
  return library.data ? <Navigate to="/workbench" replace /> : <WelcomePage />
}

const indexRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: IndexPage })

const welcomeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/welcome', component: WelcomePage })

const workbenchRoute = createRoute({ getParentRoute: () => rootRoute, path: '/workbench', component: WorkbenchPage })

const libraryRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/library/$type',
  params: { parse: ({ type }) => ({ type: ListedType.catch('case').parse(type) }) }, validateSearch: ListSearch,
  component: function LibraryRoute() {
    const { type } = libraryRoute.useParams()
    const search = libraryRoute.useSearch()
    const navigate = libraryRoute.useNavigate()
    const asked = JSON.stringify(search)
    const query = useMemo(() => queryOf(ListSearch.parse(JSON.parse(asked))), [asked])
    const ask = useCallback((next: ListQuery) => { void navigate({ search: searchOf(next) }) }, [navigate])
    // Whoever comes from elsewhere finds the list as it was left; from there on each address says what its list asks for.
    if (!query) return <Navigate to="/library/$type" params={{ type }} search={searchOf(lastQuery(type))} replace />
    return <LibraryPage key={type} type={type} query={query} onQuery={ask} />
  },
})

/** The editor is the heaviest part of the screen: it arrives after the first list is drawn. */
const loadRecordPage = () => import('#renderer/features/record')
const RecordPage = lazy(async () => ({ default: (await loadRecordPage()).RecordPage }))
requestIdleCallback(() => void loadRecordPage())
const MergePage = lazy(async () => ({ default: (await import('#renderer/features/duplicates')).MergePage }))
const AdoptionPage = lazy(async () => ({ default: (await import('#renderer/features/adoptions')).AdoptionPage }))
const AdoptionsPage = lazy(async () => ({ default: (await import('#renderer/features/adoptions')).AdoptionsPage }))
const CandidatesPage = lazy(async () => ({ default: (await import('#renderer/features/candidates')).CandidatesPage }))
const MeetingPage = lazy(async () => ({ default: (await import('#renderer/features/meeting')).MeetingPage }))
const ProductPage = lazy(async () => ({ default: (await import('#renderer/features/product')).ProductPage }))

const RecordSearch = z.object({
  edit: z.boolean().optional().catch(undefined), block: z.string().optional().catch(undefined), section: z.string().optional().catch(undefined),
  file: z.string().optional().catch(undefined),
})

const recordRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/record/$id', validateSearch: RecordSearch,
  component: function RecordRoute() {
    const { id } = recordRoute.useParams()
    const { edit, block, section, file } = recordRoute.useSearch()
    const target = { ...edit && { edit }, ...block !== undefined && { blockId: block }, ...section !== undefined && { sectionId: section }, ...file !== undefined && { attachment: file } }
    const entry = useLocation({ select: ({ state }) => state.__TSR_key ?? '' })
    const type = useQuery({ ...api.records.get.queryOptions({ input: { id } }), select: ({ content }) => content.type })
    if (type.isPending) return <SkeletonRows />
    if (type.data === 'meeting') return <Suspense fallback={<SkeletonRows />}><MeetingPage key={id} id={id} target={target} entry={entry} /></Suspense>
    const Page = type.data === 'product' ? ProductPage : type.data === 'adoption' ? AdoptionPage : RecordPage
    return <Suspense fallback={<SkeletonRows />}><Page key={id} id={id} target={target} /></Suspense>
  },
})

const CopyPage = lazy(async () => ({ default: (await import('#renderer/features/filled')).CopyPage }))

const copyRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/record/$id/filled/$copyId',
  component: function CopyRoute() {
    const { id, copyId } = copyRoute.useParams()
    return <Suspense fallback={<SkeletonRows />}><CopyPage key={copyId} toolId={id} id={copyId} /></Suspense>
  },
})

const importRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/imports/$jobId',
  component: function ImportRoute() {
    const { jobId } = importRoute.useParams()
    return <ImportReportPage key={jobId} jobId={jobId} />
  },
})

const mergeRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/merge/$one/$other',
  component: function MergeRoute() {
    const { one, other } = mergeRoute.useParams()
    return <Suspense fallback={<SkeletonRows />}><MergePage key={`${one} ${other}`} one={one} other={other} /></Suspense>
  },
})

const packagesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/packages', component: PackagesPage })

const PackageSearch = z.object({ record: z.string().optional().catch(undefined) })

const packageRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/packages/$jobId', validateSearch: PackageSearch,
  component: function PackageRoute() {
    const { jobId } = packageRoute.useParams()
    const { record } = packageRoute.useSearch()
    const router = useRouter()
    const navigate = packageRoute.useNavigate()
    /** Whether the table is one step back. */
    const cameFromTable = useRef(false)
    const look = useCallback((id: string | undefined) => {
      if (id === undefined && cameFromTable.current) { router.history.back(); cameFromTable.current = false; return }
      if (id !== undefined && record === undefined) cameFromTable.current = true
      // From one record to the next is no step that Back takes again.
      void navigate({ search: id === undefined ? {} : { record: id }, replace: record !== undefined })
    }, [router, navigate, record])
    return <OpenedPackagePage key={jobId} jobId={jobId} record={record} onRecord={look} />
  },
})

const smartListRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/searches/$searchId',
  component: function SmartListRoute() {
    const { searchId } = smartListRoute.useParams()
    return <SmartListPage key={searchId} searchId={searchId} />
  },
})

const adoptionsRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/adoptions', validateSearch: AdoptionSearch,
  component: function AdoptionsRoute() {
    const filter = adoptionsRoute.useSearch()
    const navigate = adoptionsRoute.useNavigate()
    return <Suspense fallback={<SkeletonRows />}><AdoptionsPage filter={filter} onFilter={(next) => { void navigate({ search: next }) }} /></Suspense>
  },
})

const StatisticsSearch = z.object({ figure: Figure.optional().catch(undefined) })

const statisticsRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/statistics', validateSearch: StatisticsSearch,
  component: function StatisticsRoute() {
    const { figure = 'coverage' } = statisticsRoute.useSearch()
    const navigate = statisticsRoute.useNavigate()
    return <StatisticsPage figure={figure} onFigure={(next: FigureName) => { void navigate({ search: { figure: next }, replace: true }) }} />
  },
})

const candidatesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/candidates', component: () => <Suspense fallback={<SkeletonRows />}><CandidatesPage /></Suspense> })

const trashRoute = createRoute({ getParentRoute: () => rootRoute, path: '/trash', component: TrashPage })

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/settings', component: () => <Navigate to="/settings/$part" params={{ part: settingsParts[0] }} replace />,
})

const SettingsPart = z.enum(settingsParts)

const settingsPartRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/settings/$part',
  params: { parse: ({ part }) => ({ part: SettingsPart.catch(settingsParts[0]).parse(part) }) },
  component: function SettingsRoute() {
    const { part } = settingsPartRoute.useParams()
    return <SettingsPage part={part} />
  },
})

const healthRoute = createRoute({ getParentRoute: () => rootRoute, path: '/health', component: HealthPage })

const PresentPage = lazy(async () => ({ default: (await import('#renderer/features/presenting')).PresentPage }))
const PresenterPage = lazy(async () => ({ default: (await import('#renderer/features/presenting')).PresenterPage }))

/** `slide` is the number of the one in sight, or none before the start. */
const PresentingSearch = z.object({ source: DocumentSource.optional().catch(undefined), slide: z.int().min(0).optional().catch(undefined) })

const presentRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/present', validateSearch: PresentingSearch,
  component: function PresentRoute() {
    const { source, slide = 0 } = presentRoute.useSearch()
    const props = usePresentingProps('/present', source, slide)
    return props ? <Suspense><PresentPage key={props.key} {...props.page} /></Suspense> : <Navigate to="/" replace />
  },
})

const presenterRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/presenter', validateSearch: PresentingSearch,
  component: function PresenterRoute() {
    const { source, slide = 0 } = presenterRoute.useSearch()
    const props = usePresentingProps('/presenter', source, slide)
    return props ? <Suspense><PresenterPage key={props.key} {...props.page} /></Suspense> : <Navigate to="/" replace />
  },
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    indexRoute, welcomeRoute, workbenchRoute, libraryRoute, smartListRoute, recordRoute, copyRoute, importRoute, mergeRoute, packagesRoute, packageRoute, adoptionsRoute, statisticsRoute, candidatesRoute, trashRoute, settingsRoute, settingsPartRoute, healthRoute,
    presentRoute, presenterRoute,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: RouteError,
  // The record's scroll position belongs to its target, a list's to the list.
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
