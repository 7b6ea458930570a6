import { formView, viewPermissions } from '@trialwright/conduct'
import { bodies } from '../schemas/commands.ts'
import { FormPage } from '../schemas/form.ts'
import { FormParams } from '../schemas/params.ts'
import { notFound } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { participantCommand, participantPath } from './command.ts'
import { participantRoute } from './route.ts'

export const formRoutes = [
  participantRoute({
    id: 'form',
    method: 'GET',
    path: `${participantPath}/forms/:encounter/:form`,
    title: 'A form at an encounter: its values, their history, what is missing',
    process: 'forms',
    access: { kind: 'roles', roles: viewPermissions.form, site: 'own' },
    door: 'blinded',
    params: FormParams,
    response: FormPage,
    handle({ study, state, context, params }) {
      const page = formView(study.study, state, params.encounter, params.form, context)
      return page ? ok(page) : refuse(404, notFound)
    },
  }),
  participantCommand('forms', 'recordForm', 'Fill in or correct a form', bodies.recordForm),
]
