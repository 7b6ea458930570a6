import type { CompiledStudy } from '@trialwright/protocol'
import type { Participant } from '../api/participantTypes.ts'
import type { Words } from '../language/useWords.tsx'
import type { CommandFormProps } from './CommandForm.tsx'
import type { CommandField } from './fields.ts'

interface Given {
  readonly words: Words
  readonly participant: Participant
  readonly compiled: CompiledStudy
}

interface FormOfCommand {
  readonly fields: readonly CommandField[]
  readonly shape?: CommandFormProps['shape']
  readonly danger?: boolean
  readonly says?: string
}

const dayField = ({ words, participant }: Given): CommandField => ({
  name: 'day',
  label: words.t('day'),
  kind: 'day',
  initial: participant.today,
})

const reasonField = ({ words }: Given, optional = false): CommandField => ({
  name: 'reason',
  label: words.t('reason'),
  kind: 'long',
  optional,
})

/** The fields of each command on a participant that is asked for from a button. */
export const commandForms = {
  recordConsent: (given) => ({
    says: given.words.t('command.recordConsentHelp'),
    fields: [
      {
        name: 'version',
        label: given.words.t('command.consentVersion'),
        kind: 'choice',
        initial: given.participant.consent.current?.version,
        choices: given.compiled.consent.map(({ id, title }) => ({ value: id, label: given.words.say(title) })),
      },
      dayField(given),
    ],
  }),
  withdrawConsent: (given) => ({
    danger: true,
    says: given.words.t('command.withdrawConsentHelp'),
    fields: [
      {
        name: 'scope',
        label: given.words.t('command.withdrawScope'),
        kind: 'choice',
        choices: (['treatment', 'everything'] as const).map((value) => ({
          value,
          label: given.words.t(`command.withdraw.${value}`),
        })),
      },
      dayField(given),
      reasonField(given, true),
    ],
    shape: ({ reason = '', ...rest }) => ({ ...rest, reason }),
  }),
  recordDeclined: (given) => ({
    says: given.words.t('command.recordDeclinedHelp'),
    fields: [dayField(given), reasonField(given, true)],
    shape: ({ reason = '', ...rest }) => ({ ...rest, reason }),
  }),
  correctConsentDay: (given) => ({
    fields: [
      {
        name: 'version',
        label: given.words.t('command.consentVersion'),
        kind: 'choice',
        initial: given.participant.consent.given.at(-1)?.version,
        choices: given.participant.consent.given.map(({ version, title }) => ({
          value: version,
          label: given.words.say(title),
        })),
      },
      { ...dayField(given), label: given.words.t('command.rightDay'), initial: undefined },
      { ...reasonField(given), label: given.words.t('command.correction'), kind: 'text' },
    ],
  }),
  recordScreenFailure: (given) => ({
    says: given.words.t('command.recordScreenFailureHelp'),
    fields: [{ name: 'note', label: given.words.t('command.note'), kind: 'long', optional: true }],
    shape: ({ note = '' }) => ({ note }),
  }),
  startRescreening: (given) => ({ says: given.words.t('command.startRescreeningHelp'), fields: [reasonField(given)] }),
  randomise: (given) => ({ says: given.words.t('command.randomiseHelp'), fields: [] }),
  bookEncounter: (given) => ({ fields: [{ ...dayField(given), initial: undefined }] }),
  recordVisit: (given) => ({
    fields: [dayField(given), { ...reasonField(given, true), help: given.words.t('command.visitReasonHelp') }],
  }),
  recordMissedVisit: (given) => ({ fields: [reasonField(given)] }),
  requestPreparation: (given) => ({ says: given.words.t('command.requestPreparationHelp'), fields: [] }),
  holdTreatment: (given) => ({ fields: [reasonField(given)] }),
  releaseHold: (given) => ({ fields: [reasonField(given)] }),
  stopTreatment: (given) => ({
    danger: true,
    says: given.words.t('command.stopTreatmentHelp'),
    fields: [
      {
        name: 'rule',
        label: given.words.t('command.stopRule'),
        kind: 'choice',
        optional: true,
        choices: given.compiled.stops.map(({ id, text }) => ({ value: id, label: given.words.say(text) })),
      },
      reasonField(given),
    ],
  }),
} as const satisfies Record<string, (given: Given) => FormOfCommand> as Readonly<
  Record<CommandName, (given: Given) => FormOfCommand>
>

export type CommandName =
  | 'recordConsent'
  | 'withdrawConsent'
  | 'recordDeclined'
  | 'correctConsentDay'
  | 'recordScreenFailure'
  | 'startRescreening'
  | 'randomise'
  | 'bookEncounter'
  | 'recordVisit'
  | 'recordMissedVisit'
  | 'requestPreparation'
  | 'holdTreatment'
  | 'releaseHold'
  | 'stopTreatment'
