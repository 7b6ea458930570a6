import type { Text } from '@trialwright/protocol'

export const locks = {
  'shell.locks': { en: 'Freeze and lock', nb: 'Frys og lås' },
  'lock.title': { en: 'Freeze and lock', nb: 'Frys og lås' },
  'lock.help': {
    en: 'A freeze holds data still while they are reviewed; a lock makes them final. Reactions, holding and stopping treatment, withdrawal and code breaks go on under both.',
    nb: 'En frysing holder data i ro mens de gjennomgås; en lås gjør dem endelige. Reaksjoner, behandling på vent eller avsluttet, tilbaketrekking og kodebrudd går som før under begge.',
  },
  'lock.frozen': { en: 'Frozen', nb: 'Frosset' },
  'lock.locked': { en: 'Locked', nb: 'Låst' },
  'lock.isOpen': { en: 'Open', nb: 'Åpen' },
  'lock.since': { en: 'By {name}, {when}', nb: 'Av {name}, {when}' },
  'lock.freeze': { en: 'Freeze', nb: 'Frys' },
  'lock.freezeHelp': {
    en: 'Nobody changes these data until the freeze is lifted. The reason is shown to everybody who works with them.',
    nb: 'Ingen endrer disse dataene før frysingen oppheves. Begrunnelsen vises for alle som arbeider med dem.',
  },
  'lock.unfreeze': { en: 'Lift the freeze', nb: 'Opphev frysingen' },
  'lock.lock': { en: 'Lock', nb: 'Lås' },
  'lock.lockHelp': {
    en: 'These data become final. What is still open has to be closed first, or a reason given.',
    nb: 'Dataene blir endelige. Det som fortsatt står åpent, må lukkes først, eller begrunnes.',
  },
  'lock.unlock': { en: 'Unlock', nb: 'Lås opp' },
  'lock.override': {
    en: 'Why it is locked although something is open',
    nb: 'Hvorfor det låses selv om noe står åpent',
  },
  'lock.overrideHelp': {
    en: 'Kept with the list of what was open.',
    nb: 'Lagres sammen med listen over det som sto åpent.',
  },
  'lock.database': { en: 'The database', nb: 'Databasen' },
  'lock.checklist': { en: 'What is open before the lock', nb: 'Det som står åpent før låsing' },
  'lock.unlockAsked': { en: 'Unlocking proposed by {name}, {when}', nb: 'Opplåsing foreslått av {name}, {when}' },
  'lock.sites': { en: 'Sites', nb: 'Sentre' },
  'lock.state': { en: 'State', nb: 'Status' },
  'lock.count': {
    en: '{count, plural, one {# participant} other {# participants}}',
    nb: '{count, plural, one {# deltaker} other {# deltakere}}',
  },
  'lock.participants': { en: 'Participants with something open', nb: 'Deltakere der noe står åpent' },
  'lock.open': { en: 'Open', nb: 'Står åpent' },
  'lock.nothingOpen': { en: 'Nothing is open', nb: 'Ingenting står åpent' },
  'lock.step.freezeSites': { en: 'Freeze the whole study', nb: 'Frys hele studien' },
  'lock.step.freezeSitesHelp': {
    en: 'Nobody changes data at any site until the freeze is lifted.',
    nb: 'Ingen endrer data ved noe senter før frysingen oppheves.',
  },
  'lock.step.unfreezeSites': { en: 'Lift the freeze of the study', nb: 'Opphev frysingen av studien' },
  'lock.step.unfreezeSitesHelp': { en: 'Data may be changed again.', nb: 'Data kan endres igjen.' },
  'lock.step.lockDatabase': { en: 'Lock the database', nb: 'Lås databasen' },
  'lock.step.lockDatabaseHelp': {
    en: 'All data become final. After this, a form is corrected only with the investigator’s approval.',
    nb: 'Alle data blir endelige. Etter dette rettes et skjema bare med utprøverens godkjenning.',
  },
  'lock.step.proposeUnlock': { en: 'Propose to unlock', nb: 'Foreslå opplåsing' },
  'lock.step.proposeUnlockHelp': {
    en: 'The first of two signatures; another person confirms. Not possible once the study is unblinded.',
    nb: 'Den første av to signaturer; en annen person bekrefter. Ikke mulig etter at studien er avblindet.',
  },
  'lock.step.confirmUnlock': { en: 'Confirm unlocking', nb: 'Bekreft opplåsing' },
  'lock.step.confirmUnlockHelp': {
    en: 'The second signature. Data may then be changed again at every site.',
    nb: 'Den andre signaturen. Data kan deretter endres igjen ved alle sentre.',
  },
  'correct.ask': { en: 'Ask for a correction', nb: 'Be om en rettelse' },
  'correct.askHelp': {
    en: 'The form is locked. With the investigator’s approval it is corrected once.',
    nb: 'Skjemaet er låst. Med utprøverens godkjenning rettes det én gang.',
  },
  'correct.asked': { en: 'A correction is asked for', nb: 'Det er bedt om en rettelse' },
  'correct.approved': { en: 'This form may be corrected once', nb: 'Skjemaet kan rettes én gang' },
  'correct.approvedBy': { en: 'approved by {name}, {when}', nb: 'godkjent av {name}, {when}' },
  'correct.approve': { en: 'Approve the correction', nb: 'Godkjenn rettelsen' },
  'correct.approveHelp': {
    en: 'With your signature the form may be saved once more, by the site. The correction and its reason stay visible.',
    nb: 'Med signaturen din kan skjemaet lagres én gang til, av senteret. Rettelsen og begrunnelsen forblir synlige.',
  },
  'correct.withdraw': { en: 'Withdraw', nb: 'Trekk tilbake' },
  'sign.meaning.approvesCorrection': {
    en: 'Approves a correction after lock',
    nb: 'Godkjenner en rettelse etter lås',
  },
} as const satisfies Record<string, Text>
