import { createBrowserRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { FormPage } from './screens/forms/FormPage.tsx'
import { HistoryPage } from './screens/history/HistoryPage.tsx'
import { InfusionPage } from './screens/infusion/InfusionPage.tsx'
import { TreatmentPage } from './screens/infusion/TreatmentPage.tsx'
import { LaboratoryPage } from './screens/laboratory/LaboratoryPage.tsx'
import { OverviewPage } from './screens/overview/OverviewPage.tsx'
import { NewParticipantPage } from './screens/participants/NewParticipantPage.tsx'
import { ParticipantFrame } from './screens/participants/ParticipantFrame.tsx'
import { ParticipantsPage } from './screens/participants/ParticipantsPage.tsx'
import { PharmacyPage } from './screens/pharmacy/PharmacyPage.tsx'
import { PreparationPage } from './screens/pharmacy/PreparationPage.tsx'
import { RandomisationPage } from './screens/randomisation/RandomisationPage.tsx'
import { ScreeningPage } from './screens/screening/ScreeningPage.tsx'
import { Crashed } from './screens/shell/Crashed.tsx'
import { NotFound } from './screens/shell/NotFound.tsx'
import { Shell } from './screens/shell/Shell.tsx'
import { StartPage } from './screens/shell/StartPage.tsx'
import { SignInPage } from './screens/sign-in/SignInPage.tsx'
import { EncounterPage } from './screens/timeline/EncounterPage.tsx'
import { TimelinePage } from './screens/timeline/TimelinePage.tsx'
import { StudiesPage } from './screens/trial/StudiesPage.tsx'
import { TrialPage } from './screens/trial/TrialPage.tsx'

const ofStudy: readonly RouteObject[] = [
  { index: true, Component: StartPage },
  { path: 'participants', Component: ParticipantsPage },
  { path: 'participants/new', Component: NewParticipantPage },
  {
    path: 'participants/:code',
    Component: ParticipantFrame,
    children: [
      { index: true, Component: TimelinePage },
      { path: 'screening', Component: ScreeningPage },
      { path: 'treatment', Component: TreatmentPage },
      { path: 'history', Component: HistoryPage },
    ],
  },
  { path: 'participants/:code/encounters/:encounter', Component: EncounterPage },
  { path: 'participants/:code/encounters/:encounter/forms/:form', Component: FormPage },
  { path: 'participants/:code/infusions/:encounter', Component: InfusionPage },
  { path: 'overview', Component: OverviewPage },
  { path: 'pharmacy', Component: PharmacyPage },
  { path: 'pharmacy/:code/:encounter', Component: PreparationPage },
  { path: 'randomisation', Component: RandomisationPage },
  { path: 'laboratory', Component: LaboratoryPage },
  { path: '*', Component: NotFound },
]

const router = createBrowserRouter([
  { path: '/', Component: StudiesPage, ErrorBoundary: Crashed },
  { path: '/trials/:study', Component: TrialPage, ErrorBoundary: Crashed },
  { path: '/sign-in', Component: SignInPage, ErrorBoundary: Crashed },
  {
    path: '/studies',
    Component: Shell,
    ErrorBoundary: Crashed,
    children: [
      { index: true, Component: StartPage },
      { path: ':study', children: [...ofStudy] },
    ],
  },
  { path: '*', Component: NotFound, ErrorBoundary: Crashed },
])

export const Pages = () => <RouterProvider router={router} />
