import { createBrowserRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { Loading } from './elements/Asked.tsx'
import { pagesOfStudy } from './pageTable.ts'
import { Crashed } from './screens/shell/Crashed.tsx'
import { NoSuchPage } from './screens/shell/NoSuchPage.tsx'
import { NotFound } from './screens/shell/NotFound.tsx'
import { ActivatePage } from './screens/sign-in/ActivatePage.tsx'
import { SignInPage } from './screens/sign-in/SignInPage.tsx'
import type * as Staff from './screens/staff.ts'
import { StudiesPage } from './screens/trial/StudiesPage.tsx'
import { TrialPage } from './screens/trial/TrialPage.tsx'

/** A participant reading the public page on a phone does not load what staff use. */
const staff = (page: keyof typeof Staff): Pick<RouteObject, 'lazy'> => ({
  lazy: async () => ({ Component: (await import('./screens/staff.ts'))[page] }),
})

type Row = (typeof pagesOfStudy)[number]

const routeOf = ({ path, page, ...row }: Row | Extract<Row, { children: unknown }>['children'][number]): RouteObject =>
  path === ''
    ? { index: true, ...staff(page) }
    : { path, ...staff(page), ...('children' in row ? { children: row.children.map(routeOf) } : {}) }

const ofStudy: RouteObject[] = [...pagesOfStudy.map(routeOf), { path: '*', Component: NotFound }]
const ofStudy: RouteObject[] = [
  { index: true, ...staff('StartPage') },
  { path: 'today', ...staff('TodayPage') },
  { path: 'participants', ...staff('ParticipantsPage') },
  { path: 'participants/new', ...staff('NewParticipantPage') },
  {
    path: 'participants/:code',
    ...staff('ParticipantFrame'),
    children: [
      { index: true, ...staff('TimelinePage') },
      { path: 'screening', ...staff('ScreeningPage') },
      { path: 'treatment', ...staff('TreatmentPage') },
      { path: 'signatures', ...staff('SignaturesPage') },
      { path: 'verification', ...staff('ParticipantVerificationPage') },
      { path: 'deviations', ...staff('ParticipantDeviations') },
      { path: 'history', ...staff('HistoryPage') },
      { path: 'unblinding', ...staff('UnblindingTab') },
    ],
  },
  { path: 'participants/:code/encounters/:encounter', ...staff('EncounterPage') },
  { path: 'participants/:code/encounters/:encounter/forms/:form', ...staff('FormPage') },
  { path: 'participants/:code/infusions/:encounter', ...staff('InfusionPage') },
  { path: 'deviations', ...staff('DeviationsPage') },
  { path: 'queries', ...staff('QueriesPage') },
  { path: 'overview', ...staff('OverviewPage') },
  { path: 'pharmacy', ...staff('PharmacyPage') },
  { path: 'pharmacy/:code/:encounter', ...staff('PreparationPage') },
  {
    path: 'stock',
    ...staff('StockFrame'),
    children: [
      { index: true, ...staff('StockPage') },
      { path: 'accountability', ...staff('LedgerPage') },
      { path: 'lots/:lot', ...staff('LotPage') },
    ],
  },
  { path: 'randomisation', ...staff('RandomisationPage') },
  { path: 'participants/:code/code-break', ...staff('CodeBreakPage') },
  { path: 'monitoring', ...staff('MonitoringPage') },
  { path: 'monitoring/new', ...staff('VisitFormPage') },
  { path: 'monitoring/:visit', ...staff('ReportPage') },
  { path: 'monitoring/:visit/edit', ...staff('VisitFormPage') },
  { path: 'verification', ...staff('VerificationPage') },
  { path: 'locks', ...staff('LocksPage') },
  { path: 'unblinding', ...staff('UnblindingPage') },
  { path: 'envelopes', ...staff('EnvelopesPage') },
  { path: 'results', ...staff('ResultsPage') },
  { path: 'results/:code/:encounter/:form', ...staff('ResultFormPage') },
  { path: 'audit', ...staff('AuditPage') },
  { path: 'access', ...staff('AccessPage') },
  { path: 'laboratory', ...staff('LaboratoryPage') },
  { path: 'sites', ...staff('SitesPage') },
  { path: 'delegation', ...staff('DelegationPage') },
  { path: 'delegation/:person', ...staff('TrainingPage') },
  { path: 'people', ...staff('PeoplePage') },
  { path: 'people/:person', ...staff('PersonPage') },
  { path: '*', Component: NotFound },
]

const shared = { ErrorBoundary: Crashed, HydrateFallback: Loading }

const router = createBrowserRouter([
  { path: '/', Component: StudiesPage, ...shared },
  { path: '/trials/:study', Component: TrialPage, ...shared },
  { path: '/sign-in', Component: SignInPage, ...shared },
  { path: '/activate', Component: ActivatePage, ...shared },
  {
    path: '/studies',
    ...staff('Shell'),
    ...shared,
    children: [
      { index: true, ...staff('StartPage') },
      { path: 'account', ...staff('AccountPage') },
      { path: ':study', children: ofStudy },
    ],
  },
  { path: '*', Component: NoSuchPage, ...shared },
])

export const Pages = () => <RouterProvider router={router} />
