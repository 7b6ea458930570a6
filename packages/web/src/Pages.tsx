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
