import type { Hands } from './hands.ts'

interface At {
  readonly site: string
  readonly code: string
  readonly encounter: string
}

const usual = { temperature: '36,8', pulse: '68', systolic: '122', diastolic: '78', saturation: '98' }

/** From the site's request to the end of the infusion; a reaction of grade 3 ends it early. */
export async function infuse(hands: Hands, { site, code, encounter }: At, reaction = 0): Promise<void> {
  const command = (role: string, name: string, body: object) =>
    hands.command(role, site, code, name, { encounter, ...body })
  await command('nurse', 'request-preparation', {})
  const { vials } = await hands.read<{ vials: number }>('unblindedPharmacist', site, `/pharmacy/${code}/${encounter}`)
  await command('unblindedPharmacist', 'record-preparation', {
    batch: 'NACL-2041',
    vialsOpened: vials,
  })
  await command(`pharmacist2.${site}`, 'check-preparation', {})
  await command('unblindedPharmacist', 'hand-over', { to: 'Nora Eksempel' })
  const { label } = await hands.read<{ label: string }>('unblindedPharmacist', site, `/pharmacy/${code}/${encounter}`)

  await command('nurse', 'start-infusion', { label, time: '09:30' })
  await command('nurse', 'record-observation', { time: '10:00', vitals: usual })
  if (reaction > 0) {
    const severe = reaction >= 3
    await command('nurse', 'interrupt-infusion', {
      time: '10:20',
      reason: severe ? 'Blodtrykksfall og tung pust' : 'Kløe på armene',
    })
    const signs = severe ? 'Blodtrykk 82/50, tung pust, utslett' : 'Kløe og lett rødme på begge armer'
    const action = severe ? 'Adrenalin og væske, lege tilkalt' : 'Pause og antihistamin, over etter 15 minutter'
    await command('nurse', 'record-reaction', { time: '10:22', grade: reaction, signs, action })
    if (severe) {
      await command('nurse', 'end-infusion', { time: '10:25', volumeGiven: '104', reason: 'Infusjonsreaksjon grad 3' })
      return
    }
    await command('nurse', 'resume-infusion', { time: '10:40', reason: 'Ingen plager lenger' })
  }
  await command('nurse', 'record-observation', { time: '11:00', vitals: { ...usual, pulse: '70' } })
  await command('nurse', 'end-infusion', { time: '11:50', volumeGiven: '250' })
  // One site leaves it for later, as happens.
  if (site !== 'unn') await hands.post('unblindedPharmacist', site, `/stock/${site}/book-given`)
}
