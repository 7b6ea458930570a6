import {
  pharmacyView,
  permissions,
  type PreparationCommand,
  type PreparationCommandType,
  viewPermissions,
} from '@trialwright/conduct'
import Type, { type TObject } from 'typebox'
import { performPreparation, sealedOf } from '../perform-preparation.ts'
import { pharmacyList } from '../pharmacy-list.ts'
import { notFound } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { bodies } from '../schemas/commands.ts'
import { closed, maybe } from '../schemas/common.ts'
import { EncounterParams, ParticipantParams, StudyParams } from '../schemas/params.ts'
import { PharmacyList, Preparation } from '../schemas/pharmacy.ts'
import { Done } from '../schemas/refusal.ts'
import { loadStock } from '../stock.ts'
import { kebab, withoutClock } from './command.ts'
import { participantRoute, studyRoute } from './route.ts'

const pharmacy = { process: 'preparation', door: 'unblinded' } as const

const preparationCommand = (command: PreparationCommandType, title: string, body: TObject) =>
  participantRoute({
    ...pharmacy,
    id: command,
    method: 'POST',
    path: `/api/studies/:study/pharmacy/:code/${kebab(command)}`,
    title,
    access: { kind: 'roles', roles: permissions[command], site: 'own' },
    command,
    params: ParticipantParams,
    body,
    response: Done,
    success: 201,
    handle: (call) =>
      performPreparation(call, { ...withoutClock(call.body), type: command } as unknown as PreparationCommand),
  })

/** Unblinded pharmacists only, over the unblinded connection. */
export const pharmacyRoutes = [
  studyRoute({
    ...pharmacy,
    id: 'pharmacy',
    method: 'GET',
    path: '/api/studies/:study/pharmacy',
    title: 'What the sites have asked the pharmacy for',
    access: { kind: 'roles', roles: viewPermissions.pharmacy, site: 'own' },
    params: StudyParams,
    query: Type.Object({ q: maybe(Type.String({ maxLength: 60, description: 'A part of the code.' })) }, closed),
    response: PharmacyList,
    handle: async (call) => ok(await pharmacyList(call, call.query.q?.trim().toUpperCase())),
  }),
  participantRoute({
    ...pharmacy,
    id: 'preparation',
    method: 'GET',
    path: '/api/studies/:study/pharmacy/:code/:encounter',
    title: 'What to prepare: product, dose, vials, volumes, label',
    access: { kind: 'roles', roles: viewPermissions.pharmacy, site: 'own' },
    params: EncounterParams,
    response: Preparation,
    async handle(call) {
      const stock = await loadStock(call, call.state.consent.site)
      const context = { ...call.context, ...(stock && { stock }) }
      const page = pharmacyView(call.study.study, call.state, sealedOf(call), call.params.encounter, context)
      return page ? ok(page) : refuse(404, notFound)
    },
  }),
  preparationCommand('recordPreparation', 'Record how the infusion was prepared', bodies.recordPreparation),
  preparationCommand('checkPreparation', 'Check a colleague’s preparation', bodies.checkPreparation),
  preparationCommand('handOver', 'Hand the masked infusion over', bodies.handOver),
  preparationCommand('takeBagBack', 'Take a bag back that was not given', bodies.takeBagBack),
  preparationCommand('wasteBag', 'Discard a bag that was not handed over', bodies.wasteBag),
]
