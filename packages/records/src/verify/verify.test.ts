import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLogHead } from '../logHead.ts'
import { type Conducted, openConductedTrial } from '../testing/conducted.ts'
import { command, openTrial, studyId } from '../testing/trial.ts'
import type { Problem } from './problem.ts'
import { verify, verifyAll } from './verify.ts'

let trial: Conducted
beforeAll(async () => void (trial = await openConductedTrial()))
afterAll(() => trial[Symbol.asyncDispose]())

describe('a clean database', () => {
  test('P11-01 given a conducted trial, when verified with either right, then there is no false alarm', async () => {
    const byAdmin = await verify(trial.database.adminUrl, studyId)
    expect(byAdmin.problem).toBeUndefined()
    expect(byAdmin.logs).toMatchObject([
      { log: 'open', size: 50 },
      { log: 'sealed', size: 25 },
    ])
    const byAudit = await verify(trial.pools.audit, studyId)
    expect(byAudit).toEqual({ studyId, logs: byAdmin.logs.slice(0, 1), problem: undefined })
    expect(await openLogHead(trial.pools.audit, studyId)).toMatchObject({ root: byAdmin.logs[0]!.root })
    expect((await verifyAll(trial.database.adminUrl)).map((each) => [each.studyId, each.problem])).toEqual([
      ['-', undefined],
      [studyId, undefined],
    ])
  })

  test('P11-01 given every growing state of a log, when verified, then never an alarm', async () => {
    await using growing = await openTrial()
    for (let size = 2; size <= 40; size += 1) {
      await growing.append(command({ streamId: `clean/${size}` }))
      const { problem, logs } = await verify(growing.pools.audit, studyId)
      expect([problem, logs[0]?.size]).toEqual([undefined, size])
    }
  })

  test('given progress is asked for, when verified, then it ends with all records checked', async () => {
    const told: number[][] = []
    await verify(trial.pools.audit, studyId, { pageSize: 20, onProgress: (...progress) => told.push(progress) })
    expect(told.at(-1)).toEqual([50, 50])
  })
})

describe('T1 edits by a superuser', () => {
  const tableEdits: Readonly<Record<string, readonly [edit: string, code: Problem['code']]>> = {
    'a slot not yet taken': [
      `update unblinded.slot set arm = 'B' where slot_no = 7 and stratum = 'north'`,
      'changedList',
    ],
    'two slots swapped': [
      `update unblinded.slot set arm = case arm when 'A' then 'B' else 'A' end where slot_no in (1, 2)`,
      'changedList',
    ],
    'a slot taken away': [`delete from unblinded.slot where slot_no = 8 and stratum = 'south'`, 'changedList'],
    'an allocation moved': [
      `update unblinded.allocation set slot_no = 8 where participant = '1-003'`,
      'changedAllocation',
    ],
    'an allocation taken away': [`delete from unblinded.allocation where participant = '1-003'`, 'changedAllocation'],
    'an allocation invented': [
      `insert into unblinded.allocation values ('${studyId}', '9-999', 'north', 7, now())`,
      'changedAllocation',
    ],
    'a counter moved on': [
      `update unblinded.stratum set next_slot = next_slot + 1 where stratum = 'north'`,
      'changedCounter',
    ],
    'a counter moved back': [
      `update unblinded.stratum set next_slot = next_slot - 1 where stratum = 'north'`,
      'changedCounter',
    ],
    'a stream version': [
      `update record.stream set version = version + 1 where stream_id = 'participant/1-004'`,
      'otherStreamVersion',
    ],
    'a stream forgotten': [`delete from record.stream where stream_id = 'participant/1-004'`, 'otherStreamVersion'],
    'a stream invented': [`insert into record.stream values ('${studyId}', 'x', 1)`, 'otherStreamVersion'],
    'a definition': [`update record.definition set compiled = compiled || ' '`, 'changedDefinition'],
    'a definition taken away': ['delete from record.definition', 'changedDefinition'],
    'an answer taken away': [`delete from record.idempotency where study_id = '${studyId}'`, 'changedAnswer'],
    'an answer given to another': [`update record.idempotency set actor = 'x'`, 'changedAnswer'],
    'the mode': [`update record.study set mode = 'production'`, 'changedStudy'],
  }
  test.each(Object.entries(tableEdits))('P11-01 given %s, when verified, then it is found', async (_, [edit, code]) => {
    expect((await trial.verifyAfter([edit])).problem).toMatchObject({ code })
  })

  const accountEdits: Readonly<Record<string, readonly [edit: string, code: Problem['code']]>> = {
    'a password put in by hand': [`update access.account set password_hash = 'mine'`, 'changedAccount'],
    'a printed name': [`update access.account set printed_name = 'Other'`, 'changedAccount'],
    'an account enabled again': ['update access.account set disabled_at = null', 'changedAccount'],
    'an account invented': [
      `insert into access.account values (gen_random_uuid(), 'x', 'X', null, 'en', false, now())`,
      'changedAccount',
    ],
    'an account taken away': ['delete from access.account', 'changedAccount'],
    'a role': [`update access.role_grant set role = 'investigator' where role = 'nurse'`, 'changedGrant'],
    'a site': ['update access.role_grant set site = null', 'changedGrant'],
    'an ended grant opened': ['update access.role_grant set valid_until = null', 'changedGrant'],
    'a grant prolonged': [
      `update access.role_grant set valid_until = valid_until + interval '1 day' where role = 'monitor'`,
      'changedGrant',
    ],
    'a grant taken away': ['delete from access.role_grant', 'changedGrant'],
  }
  test.each(Object.entries(accountEdits))(
    'P11-01 EMA-01 R3-14 given %s, when verified, then it is found',
    async (_, [edit, code]) => {
      expect((await trial.verifyAfter([], 4_000, '-')).problem).toBeUndefined()
      expect((await trial.verifyAfter([edit], 4_000, '-')).problem).toMatchObject({ code })
    },
  )

  test('T2 given a history rewritten with its tree, when verified against an older checkpoint, then it is found; a rollback too', async () => {
    const { root } = (await verify(trial.pools.audit, studyId)).logs[0]!
    const against = (size: number, hash: string) =>
      verify(trial.pools.audit, studyId, { checkpoints: [{ log: 'open', size, root: hash }] })
    expect((await against(50, root)).problem).toBeUndefined()
    expect((await against(49, root)).problem).toMatchObject({ code: 'otherHistory', size: 49 })
    expect((await against(51, root)).problem).toMatchObject({ code: 'rollback', size: 51 })
  })
})
