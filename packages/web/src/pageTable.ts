/** A page by its address below its study, and the component that shows it; children stand below its own address, in its frame. */
export interface PageRow {
  readonly path: string
  readonly page: string
  readonly children?: readonly PageRow[]
}

/** Every page of a study for people who work in it. */
export const pagesOfStudy = [
  { path: '', page: 'StartPage' },
  { path: 'today', page: 'TodayPage' },
  { path: 'participants', page: 'ParticipantsPage' },
  { path: 'participants/new', page: 'NewParticipantPage' },
  {
    path: 'participants/:code',
    page: 'ParticipantFrame',
    children: [
      { path: '', page: 'TimelinePage' },
      { path: 'screening', page: 'ScreeningPage' },
      { path: 'treatment', page: 'TreatmentPage' },
      { path: 'signatures', page: 'SignaturesPage' },
      { path: 'verification', page: 'ParticipantVerificationPage' },
      { path: 'deviations', page: 'ParticipantDeviations' },
      { path: 'history', page: 'HistoryPage' },
      { path: 'unblinding', page: 'UnblindingTab' },
    ],
  },
  { path: 'participants/:code/verification/:encounter', page: 'VisitVerificationPage' },
  { path: 'participants/:code/encounters/:encounter', page: 'EncounterPage' },
  { path: 'participants/:code/encounters/:encounter/forms/:form', page: 'FormPage' },
  { path: 'participants/:code/infusions/:encounter', page: 'InfusionPage' },
  { path: 'deviations', page: 'DeviationsPage' },
  { path: 'queries', page: 'QueriesPage' },
  { path: 'overview', page: 'OverviewPage' },
  { path: 'pharmacy', page: 'PharmacyPage' },
  { path: 'pharmacy/:code/:encounter', page: 'PreparationPage' },
  {
    path: 'stock',
    page: 'StockFrame',
    children: [
      { path: '', page: 'StockPage' },
      { path: 'accountability', page: 'LedgerPage' },
      { path: 'lots/:lot', page: 'LotPage' },
    ],
  },
  { path: 'randomisation', page: 'RandomisationPage' },
  { path: 'participants/:code/code-break', page: 'CodeBreakPage' },
  { path: 'monitoring', page: 'MonitoringPage' },
  { path: 'monitoring/new', page: 'VisitFormPage' },
  { path: 'monitoring/:visit', page: 'ReportPage' },
  { path: 'monitoring/:visit/edit', page: 'VisitFormPage' },
  { path: 'verification', page: 'VerificationPage' },
  { path: 'locks', page: 'LocksPage' },
  { path: 'unblinding', page: 'UnblindingPage' },
  { path: 'envelopes', page: 'EnvelopesPage' },
  { path: 'results', page: 'ResultsPage' },
  { path: 'results/:code/:encounter/:form', page: 'ResultFormPage' },
  { path: 'audit', page: 'AuditPage' },
  { path: 'access', page: 'AccessPage' },
  { path: 'laboratory', page: 'LaboratoryPage' },
  { path: 'laboratory/files', page: 'FilesPage' },
  { path: 'sites', page: 'SitesPage' },
  { path: 'delegation', page: 'DelegationPage' },
  { path: 'delegation/:person', page: 'TrainingPage' },
  { path: 'people', page: 'PeoplePage' },
  { path: 'people/:person', page: 'PersonPage' },
] as const satisfies readonly PageRow[]
