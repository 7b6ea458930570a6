import { Link, NavLink, Outlet, useOutletContext } from 'react-router'
import type { Participant } from '../../api/participantTypes.ts'
import { participantPath, useRead } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ParticipantHead } from './ParticipantHead.tsx'

/** What stands above every page of one participant. */
export function ParticipantFrame() {
  const { t } = useWords()
  const { study, code } = usePlace()
  useTitle(code)
  const roles = useRoles()
  const verifies = ['monitor', 'dataManager', 'inspector'].some((role) => roles.has(role))
  const base = `/studies/${study}/participants`
  return (
    <>
      <ol className="crumbs">
        <li>
          <Link to={base}>{t('participants.title')}</Link>
        </li>
        <li aria-current="page">{code}</li>
      </ol>
      <Asked query={useParticipant()} heading={code}>
        {(participant) => (
          <>
            <ParticipantHead participant={participant} />
            <nav className="tabs" aria-label={t('tab.label')}>
              <NavLink to={`${base}/${code}`} end>
                {t('tab.timeline')}
              </NavLink>
              <NavLink to={`${base}/${code}/screening`}>{t('tab.screening')}</NavLink>
              <NavLink to={`${base}/${code}/treatment`}>{t('tab.treatment')}</NavLink>
              <NavLink to={`${base}/${code}/signatures`}>{t('tab.signatures')}</NavLink>
              {verifies && <NavLink to={`${base}/${code}/verification`}>{t('tab.verification')}</NavLink>}
              <NavLink to={`${base}/${code}/deviations`}>{t('deviations.title')}</NavLink>
              <NavLink to={`${base}/${code}/history`}>{t('tab.history')}</NavLink>
              <NavLink to={`${base}/${code}/unblinding`}>{t('tab.unblinding')}</NavLink>
            </nav>
            <Outlet context={participant} />
          </>
        )}
      </Asked>
    </>
  )
}

/** A reader of images does not see a participant's course, so it is not asked for. */
export function useParticipant() {
  const { study, code } = usePlace()
  const isReader = useRoles().has('mriReader')
  return useRead<Participant>(participantPath(study, code), { enabled: !isReader, every: 20_000 })
}

/** The participant of the frame, on a page within it. */
export const useShownParticipant = (): Participant => useOutletContext<Participant>()
